import { SEVERITIES, type Severity } from "#lib/roadmap/ids.ts";
import { ruleText } from "#lib/roadmap/rule-texts/index.ts";
import type { AuditReport } from "./report.ts";
import type { Verdict } from "./types.ts";

type Style = { word: string; ansi: string; noun: string };

/** In the order in which results are shown: what needs work first. */
const STYLES = {
  fail: { word: "FAIL", ansi: "31;1", noun: "failed" },
  warn: { word: "WARN", ansi: "33", noun: "with a warning" },
  error: { word: "ERROR", ansi: "35", noun: "broke down" },
  inconclusive: { word: "OPEN", ansi: "36", noun: "inconclusive" },
  pass: { word: "PASS", ansi: "32", noun: "passed" },
  not_applicable: { word: "N/A", ansi: "2", noun: "not applicable" },
  not_run: { word: "SKIP", ansi: "2", noun: "not run" },
} as const satisfies Record<Verdict, Style>;
const ORDER = Object.keys(STYLES) as Verdict[];
const NEEDS_WORK: ReadonlySet<Verdict> = new Set(["fail", "warn"]);
const rank = ({ severity }: { severity: Severity }) => SEVERITIES.indexOf(severity);
const INDENT = " ".repeat(8);

/** The report for a terminal. Text of the target is in it only as the results hold it: without control characters. */
export function toText(report: AuditReport, { color }: { color: boolean }): string {
  const paint = (ansi: string, text: string) => (color ? `\x1b[${ansi}m${text}\x1b[0m` : text);
  const width = Math.max(0, ...report.results.map(({ rule }) => rule.length));
  const lines = report.results
    .toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || rank(a) - rank(b))
    .flatMap((result) => {
      const { word, ansi } = STYLES[result.verdict];
      const head = `${paint(ansi, word.padEnd(6))}  ${result.rule.padEnd(width)}  ${result.summary}`;
      if (!NEEDS_WORK.has(result.verdict)) return [head];
      const fix = ruleText(result.rule)?.fix.replaceAll("\n", `\n${INDENT}  `);
      return [
        head,
        `${INDENT}severity ${result.severity}`,
        ...result.evidence.map(({ label, value }) => `${INDENT}${paint("2", `${label}: ${value}`)}`),
        ...result.publish.map(({ name, type, value }) => `${INDENT}Publish: ${name} ${type} ${value}`),
        ...(fix === undefined ? [] : [`${INDENT}Fix: ${fix}`]),
        `${INDENT}See it: ${result.reproduce}`,
        "",
      ];
    });
  const counts = ORDER.filter((verdict) => report.counts[verdict] > 0)
    .map((verdict) => `${report.counts[verdict]} ${STYLES[verdict].noun}`)
    .join(", ");
  const { name, version, algorithm } = report.tool;
  const title = `${report.target}  (${name} ${version}, algorithm ${algorithm}, ${report.finishedAt})`;
  return `${paint("1", title)}\n\n${lines.join("\n")}\n\n${counts === "" ? "Nothing was judged" : counts}.\n`;
}
