/** Text of any origin within Markdown: the one place where it is escaped. */

/** One line in which nothing is markup. */
export function plainLine(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>|#~!&]/g, "\\$&");
}

/** The same where a line begins with it, so that it does not become a list. */
export function plainStart(text: string): string {
  return plainLine(text)
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** In a table a bar ends the cell even within code. */
export function codeCell(text: string): string {
  const flat = oneLine(text).replaceAll("|", "\\|");
  const ticks = "`".repeat(1 + longestRun(flat));
  return flat === "" ? "" : `${ticks} ${flat} ${ticks}`;
}

/** Lines as they are, between fences that none of them closes. */
export function fenced(lines: readonly string[], indent = ""): string {
  const flat = lines.map(oneLine);
  const ticks = "`".repeat(Math.max(3, 1 + longestRun(flat.join("\n"))));
  return [ticks, ...flat, ticks].map((line) => `${indent}${line}`).join("\n");
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
