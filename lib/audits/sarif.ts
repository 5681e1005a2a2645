import type { Severity } from "#lib/roadmap/ids.ts";
import { ruleText } from "#lib/roadmap/rule-texts/index.ts";
import { findingOf } from "./fingerprint.ts";
import { ruleById } from "./registry.ts";
import type { AuditReport } from "./report.ts";
import { OUR_FINGERPRINT } from "./sarif-ours.ts";
import type { Verdict } from "./types.ts";

type Level = "none" | "note" | "warning" | "error";
type SarifRule = {
  id: string;
  shortDescription: { text: string };
  fullDescription: { text: string };
  help: { text: string; markdown: string };
  helpUri?: string;
  defaultConfiguration: { level: Level };
  properties: { tags: string[]; "security-severity": string };
};
type SarifResult = {
  ruleId: string;
  ruleIndex: number;
  kind: "pass" | "open" | "notApplicable" | "fail";
  level: Level;
  message: { text: string };
  locations: { physicalLocation: { artifactLocation: { uri: string } } }[];
  partialFingerprints: Record<string, string>;
  properties: Record<string, unknown>;
};
export type SarifLog = {
  $schema: string;
  version: "2.1.0";
  runs: {
    tool: { driver: { name: string; version: string; rules: SarifRule[] } };
    invocations: { executionSuccessful: boolean; startTimeUtc: string; endTimeUtc: string }[];
    columnKind: "utf16CodeUnits";
    results: SarifResult[];
  }[];
};

/** On CVSS's scale, as code-scanning dashboards sort by it. */
export const SECURITY_SEVERITY = { critical: "9.5", high: "8.0", medium: "5.5", low: "3.0", info: "0.0" } as const;
export const WORST_FIRST = Object.keys(SECURITY_SEVERITY) as Severity[];
const KINDS = {
  pass: "pass",
  warn: "fail",
  fail: "fail",
  inconclusive: "open",
  error: "open",
  not_applicable: "notApplicable",
  not_run: "open",
} as const satisfies Record<Verdict, SarifResult["kind"]>;

/** SARIF 2.1.0. A rule that did not run leaves no result. */
export function toSarif(report: AuditReport): SarifLog {
  const judged = report.results.filter(({ verdict }) => verdict !== "not_run");
  const ruleIds = [...new Set(judged.map(({ rule }) => rule))];
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: report.tool.name, version: report.tool.version, rules: ruleIds.map(toRule) } },
        invocations: [
          {
            executionSuccessful: report.counts.error === 0,
            startTimeUtc: report.startedAt,
            endTimeUtc: report.finishedAt,
          },
        ],
        columnKind: "utf16CodeUnits",
        results: judged.map((result) => ({
          ruleId: result.rule,
          ruleIndex: ruleIds.indexOf(result.rule),
          kind: KINDS[result.verdict],
          level: levelOf(result.verdict, result.severity),
          message: { text: literal(result.summary) },
          locations: [{ physicalLocation: { artifactLocation: { uri: report.target } } }],
          partialFingerprints: {
            [OUR_FINGERPRINT]: findingOf(result.rule, { ...endpointOf(report.target), domain: report.domain }),
          },
          properties: {
            verdict: result.verdict,
            severity: result.severity,
            check: result.check,
            observedAt: result.observedAt,
            reproduce: result.reproduce,
            evidence: result.evidence,
          },
        })),
      },
    ],
  };
}

export function toRule(id: string): SarifRule {
  const text = ruleText(id);
  const severities = Object.values(ruleById(id)?.outcomes ?? {}).map(({ severity }) => severity);
  const worst = WORST_FIRST.find((severity) => severities.includes(severity)) ?? "info";
  const references = text?.references ?? [];
  const [first] = references;
  const why = text?.why ?? "";
  const fix = text?.fix ?? "";
  const links = references.map(({ label, url }) => `- [${label}](${url})`).join("\n");
  return {
    id,
    shortDescription: { text: text?.title ?? id },
    fullDescription: { text: why },
    help: { text: `${why}\n\n${fix}`, markdown: `${why}\n\n**Fix.** ${fix}\n\n${links}` },
    ...(first ? { helpUri: first.url } : {}),
    defaultConfiguration: { level: levelOf("fail", worst) },
    properties: { tags: tagsOf(text), "security-severity": SECURITY_SEVERITY[worst] },
  };
}

function tagsOf(text: ReturnType<typeof ruleText>): string[] {
  const cwe = text?.cwe ? [`external/cwe/${text.cwe.toLowerCase()}`] : [];
  const others = [text?.asvs && `ASVS ${text.asvs}`, text?.owasp && `OWASP ${text.owasp}`];
  return ["security", ...cwe, ...others.filter((tag) => tag !== undefined)];
}

/** A level other than "none" goes only with kind "fail" (SARIF §3.27.10). */
function levelOf(verdict: Verdict, severity: Severity): Level {
  if (verdict === "warn") return severity === "info" ? "note" : "warning";
  if (verdict === "fail") return severity === "low" || severity === "info" ? "warning" : "error";
  return "none";
}

/** In a SARIF message, braces hold placeholders and brackets hold links; text of a target may have neither. */
export function literal(text: string): string {
  return text.replaceAll(/[{}]/g, "$&$&").replaceAll(/[\\[\]]/g, "\\$&");
}

function endpointOf(target: string): { host: string; port: number } {
  const { hostname, port, protocol } = new URL(target);
  return { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || (protocol === "http:" ? 80 : 443)) };
}
