import { readCsv } from "#lib/csv/read-csv.ts";

const BAD_SAID_MAX = 5;

/** What is in the text, before it is sent: the rows, the first pair, and the lines that have no pair. */
export function previewRows(csv: string): string | null {
  if (csv.trim() === "") return null;
  const { records, problems } = readCsv(csv);
  const bad = [
    ...records.filter(({ fields }) => fields.filter((field) => field.trim() !== "").length < 2),
    ...problems,
  ].map(({ line }) => line);
  const lines = [...new Set(bad)].toSorted((a, b) => a - b);
  const shown = lines.slice(0, BAD_SAID_MAX).join(", ");
  const more = lines.length > BAD_SAID_MAX ? ` and ${lines.length - BAD_SAID_MAX} more` : "";
  const pair = records.at(-1)?.fields.slice(0, 2).join(" → ").slice(0, 160);
  const rows = `${records.length} ${records.length === 1 ? "row" : "rows"}`;
  if (lines.length > 0) return `${rows}. Without a pair: ${lines.length === 1 ? "line" : "lines"} ${shown}${more}.`;
  return `${rows}, the last one: ${pair}`;
}
