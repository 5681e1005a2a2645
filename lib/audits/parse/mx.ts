import type { DnsQuestion } from "../observation.ts";
import { settle } from "./dns-answers.ts";

export type MxRecord = { preference: number; host: string };

/** The MX records, most preferred first; the host of a null MX is empty (RFC 7505). */
export function readMx(question: DnsQuestion): MxRecord[] {
  const settled = settle(question);
  if (settled.state !== "found") return [];
  return settled.records
    .map((record) => {
      const [preference, host = ""] = record.split(" ");
      return { preference: Number(preference), host: host.replace(/\.$/, "").toLowerCase() };
    })
    .sort((a, b) => a.preference - b.preference || a.host.localeCompare(b.host));
}

/** The domain says that it takes no mail (RFC 7505). */
export function isNullMx(records: readonly MxRecord[]): boolean {
  return records.length === 1 && records[0]?.host === "";
}
