export type RecordType = "A" | "AAAA" | "CNAME" | "NS" | "MX" | "TXT" | "CAA";

const RECORDS_MAX = 500;

/** Node's answer in presentation form (RFC 1035 §5.1), sorted; names without the final dot, a TXT's strings joined. */
export function presentRecords(type: RecordType, records: unknown): string[] {
  if (!Array.isArray(records)) return [];
  return records
    .slice(0, RECORDS_MAX)
    .map((record) => escapeText(PRESENT[type](record)))
    .sort();
}

const PRESENT: Record<RecordType, (record: unknown) => string> = {
  A: String,
  AAAA: String,
  CNAME: String,
  NS: String,
  TXT: (strings) => (Array.isArray(strings) ? strings.join("") : String(strings)),
  MX: (record) => {
    const { priority, exchange } = record as { priority: number; exchange: string };
    return `${priority} ${exchange === "" ? "." : exchange}`;
  },
  CAA: (record) => {
    const { critical, type: _type, ...property } = record as { critical: number; type?: string };
    const [tag = "", value = ""] = Object.entries(property)[0] ?? [];
    return `${critical} ${tag} "${value}"`;
  },
};

/** Everything outside printable ASCII as `\DDD`; Node hands over each byte as one character. */
function escapeText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (char) => `\\${String(char.charCodeAt(0)).padStart(3, "0")}`);
}
