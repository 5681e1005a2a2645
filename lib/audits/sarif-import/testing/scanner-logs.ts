import { readFileSync } from "node:fs";

const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

/** Made by hand after the shapes that the tools document; nothing in them was scanned. */
export const SCANNER_LOGS = {
  codeql: read("codeql.json"),
  semgrep: read("semgrep.json"),
  trivyAndGitleaks: read("trivy-and-gitleaks.json"),
};

type Result = Record<string, unknown>;

/** A log of one tool. */
export function logOf(
  results: Result[],
  { tool = "Scanner", rules = [] as Result[], ...run }: Result & { tool?: string; rules?: Result[] } = {},
): string {
  return JSON.stringify({ version: "2.1.0", runs: [{ tool: { driver: { name: tool, rules } }, results, ...run }] });
}

/** A finding without anything that it need not have. */
export function resultAt(uri: string, line: number, more: Result = {}): Result {
  return {
    ruleId: "rule",
    message: { text: "Something is wrong here." },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: line } } }],
    ...more,
  };
}
