import type { DnsRecord, Result } from "./types.ts";

export type RecordToPublish = DnsRecord & { rule: string };

/** Every record that a rule at fault asks to publish, once each, with the first rule that asks for it. */
export function recordsToPublish(results: readonly Pick<Result, "rule" | "verdict" | "publish">[]): RecordToPublish[] {
  const asked = results
    .filter(({ verdict }) => verdict === "fail" || verdict === "warn")
    .flatMap(({ rule, publish }) => publish.map((record) => ({ ...record, rule })));
  return [
    ...new Map(asked.toReversed().map((one) => [`${one.name} ${one.type} ${one.value}`, one])).values(),
  ].reverse();
}
