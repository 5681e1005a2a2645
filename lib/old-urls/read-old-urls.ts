import type { ReasonNotToAudit } from "#lib/auditable-url.ts";
import { type CsvProblem, type CsvRecord, readCsv } from "#lib/csv/read-csv.ts";
import { targetUrlSchema } from "#lib/target-url.ts";

export type OldUrl = { from: string; to: string };
/** `repeated` counts rows that say again what a row above has said. */
type Table = { rows: OldUrl[]; problems: CsvProblem[]; repeated: number };
type Judge = {
  /** The product's own address, which a path belongs to; null when it has none. */
  base: string | null;
  reasonNotToAudit: ReasonNotToAudit;
};

const FROM = /^(?:from|old|source)(?:[ _-]?(?:url|address))?$/i;
const TO = /^(?:to|new|target|destination)(?:[ _-]?(?:url|address))?$/i;

/** Reads a table of old and new addresses; each row that cannot be used is a problem, and the others are kept. */
export function readOldUrls(csv: string, judge: Judge): Table {
  const { records, problems } = readCsv(csv);
  const { columns, rows } = columnsOf(records);
  const table: Table = { rows: [], problems: [...problems], repeated: 0 };
  const known = new Map<string, { to: string; line: number }>();
  for (const { line, fields } of rows) {
    const from = readAddress(fields[columns.from] ?? "", judge);
    const to = readAddress(fields[columns.to] ?? "", judge);
    const wrong = [
      ...(from.problem ? [`The old address: ${from.problem}`] : []),
      ...(to.problem ? [`The new address: ${to.problem}`] : []),
    ];
    const before = known.get(from.url);
    if (wrong.length > 0) table.problems.push({ line, message: wrong.join(" ") });
    else if (!before) {
      known.set(from.url, { to: to.url, line });
      table.rows.push({ from: from.url, to: to.url });
    } else if (before.to === to.url) table.repeated += 1;
    else table.problems.push({ line, message: `Line ${before.line} says that this address leads elsewhere.` });
  }
  return { ...table, problems: table.problems.toSorted((a, b) => a.line - b.line) };
}

/** By the names in the first row, where it has both; else the first column and the second. */
function columnsOf(records: readonly CsvRecord[]): {
  columns: { from: number; to: number };
  rows: readonly CsvRecord[];
} {
  const names = records[0]?.fields.map((name) => name.trim()) ?? [];
  const columns = { from: names.findIndex((name) => FROM.test(name)), to: names.findIndex((name) => TO.test(name)) };
  if (columns.from >= 0 && columns.to >= 0) return { columns, rows: records.slice(1) };
  return { columns: { from: 0, to: 1 }, rows: records };
}

type Address = { url: string; problem: string | null };

function readAddress(text: string, { base, reasonNotToAudit }: Judge): Address {
  const isPath = /^\s*\/(?!\/)/.test(text);
  if (isPath && base === null) return { url: "", problem: "a path needs a product address to belong to." };
  const whole = isPath && base !== null ? (URL.parse(text.trim(), base)?.href ?? text) : text;
  const parsed = targetUrlSchema.safeParse(whole);
  if (!parsed.success) {
    const message = text.trim() === "" ? "it is missing." : (parsed.error.issues[0]?.message ?? "it is not valid.");
    return { url: "", problem: message };
  }
  return { url: parsed.data, problem: reasonNotToAudit(parsed.data) };
}
