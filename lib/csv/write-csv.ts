export type CsvCell = string | number | null;

/**
 * What a spreadsheet may take for the beginning of a formula, full-width signs included, after whatever it leaves out
 * (ASVS 5.0 V1.2.10).
 */
const FORMULA = /^[\uFEFF\0\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;
const SKIPPED_FIRST = /^[\0\t\r\n]/;

/**
 * CSV as RFC 4180 has it, with a byte order mark, without which Excel takes UTF-8 for something else. A text that could
 * run as a formula begins with an apostrophe; numbers are written as they are.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${[header, ...rows].map((cells) => `${cells.map(cellOf).join(",")}\r\n`).join("")}`;
}

function cellOf(value: CsvCell): string {
  if (typeof value !== "string") return value === null ? "" : String(value);
  const safe = FORMULA.test(value) || SKIPPED_FIRST.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
