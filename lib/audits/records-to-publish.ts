import type { DnsRecord, Result } from "./types.ts";

export type RecordToPublish = DnsRecord & { rule: string };

type Asking = Pick<Result, "verdict" | "publish">;

/** Every record that a result at fault asks to publish, once each, with the first result that asks for it. */
export function recordsAsked<R extends Asking>(results: readonly R[]): { record: DnsRecord; by: R }[] {
  const asked = new Map<string, { record: DnsRecord; by: R }>();
  for (const by of results.filter(({ verdict }) => verdict === "fail" || verdict === "warn")) {
    for (const record of by.publish) {
      const key = `${record.name} ${record.type} ${record.value}`;
      if (!asked.has(key)) asked.set(key, { record, by });
    }
  }
  return [...asked.values()];
}

/** The same with the rule that asks. */
export function recordsToPublish(results: readonly (Asking & Pick<Result, "rule">)[]): RecordToPublish[] {
  return recordsAsked(results).map(({ record, by }) => ({ ...record, rule: by.rule }));
}
