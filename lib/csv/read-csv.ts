/** One record, and the line of the text that it begins on, counted from 1. */
export type CsvRecord = { line: number; fields: string[] };
export type CsvProblem = { line: number; message: string };

const SEPARATORS = [",", ";", "\t"] as const;

/**
 * Reads CSV as RFC 4180 §2 has it, and what spreadsheets make of it: a byte order mark, any line ending, and `;` or a
 * tab between fields. Empty lines are left out. Reading ends at a quote that is never closed.
 */
export function readCsv(text: string): { records: CsvRecord[]; problems: CsvProblem[] } {
  const source = text.replace(/^\uFEFF/, "");
  const separator = separatorOf(source);
  const records: CsvRecord[] = [];
  const problems: CsvProblem[] = [];
  let at = 0;
  let line = 1;

  /** Reads one field from `at` on, and stops at what ends it. */
  function field(): string {
    if (source[at] !== '"') {
      const start = at;
      while (at < source.length && source[at] !== separator && !isLineEnd(source[at])) at += 1;
      return source.slice(start, at);
    }
    const start = line;
    const pieces: string[] = [];
    at += 1;
    for (;;) {
      const close = source.indexOf('"', at);
      if (close < 0) {
        problems.push({ line: start, message: "A quote is opened and never closed." });
        at = source.length;
        return pieces.join("");
      }
      const piece = source.slice(at, close);
      line += piece.split("\n").length - 1;
      pieces.push(piece);
      at = close + 1;
      if (source[at] !== '"') break;
      pieces.push('"');
      at += 1;
    }
    if (at < source.length && source[at] !== separator && !isLineEnd(source[at])) {
      problems.push({ line, message: "There is text after a closing quote." });
      while (at < source.length && source[at] !== separator && !isLineEnd(source[at])) at += 1;
    }
    return pieces.join("");
  }

  while (at < source.length) {
    const start = line;
    const fields = [field()];
    while (source[at] === separator) {
      at += 1;
      fields.push(field());
    }
    if (source[at] === "\r" && source[at + 1] === "\n") at += 1;
    at += 1;
    line += 1;
    if (fields.some((one) => one.trim() !== "")) records.push({ line: start, fields });
  }
  return { records, problems };
}

function isLineEnd(character: string | undefined): boolean {
  return character === "\n" || character === "\r";
}

const LOOKED_AT_CHARS = 20_000;

/** The one that stands in most of the first lines, outside of quotes; a comma where none stands out. */
function separatorOf(source: string): string {
  const lines = source
    .slice(0, LOOKED_AT_CHARS)
    .replaceAll(/"[^"]*"/g, "")
    .split(/[\r\n]+/);
  const counts = SEPARATORS.map((separator) => ({
    separator,
    count: lines.filter((line) => line.includes(separator)).length,
  }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).separator;
}
