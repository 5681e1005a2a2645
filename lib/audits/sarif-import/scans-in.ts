import { cleanText } from "#lib/handover/sanitize.ts";
import type { CheckId, Severity } from "#lib/roadmap/ids.ts";
import { OUR_FINGERPRINT, OUR_TOOL, oursIn } from "../sarif-ours.ts";
import { checkOf } from "./check-of.ts";
import { identityOf } from "./identity-of.ts";
import { merged } from "./merge-sights.ts";
import { type Place, placeOf } from "./place-of.ts";
import { entriesOf } from "./properties.ts";
import { type Ruled, rulesOf } from "./rule-of.ts";
import type { ResultIn, RunIn, SarifIn } from "./schema.ts";
import { severityOf } from "./severity-of.ts";
import { wordsOf } from "./words-of.ts";

export type ImportedFinding = {
  /** To be hashed; the same for the same finding in the next scan. */
  identity: string[];
  /** The name that our own register gave it, when the log is an export of one. */
  ours: string | null;
  tool: string;
  title: string;
  description: string;
  rule: string;
  location: Place | null;
  severity: Severity;
  checkId: CheckId;
};

/** What one tool says in a log. */
export type Scan = {
  tool: string;
  version: string | null;
  /** An export of a register, or a report of our own command line. */
  isOurs: boolean;
  /** It looked, and did not break down, as far as it says: only then does the absence of a finding mean anything. */
  isWhole: boolean;
  findings: ImportedFinding[];
  /** Of findings that somebody suppressed in the tool: not to be imported, and not gone either. */
  suppressed: string[][];
  /** Results that are no findings: passed, gone, or suppressed. */
  skipped: number;
};

const FINDING_KINDS = ["fail", "open", "review"];
const TOOL_MAX = 80;
const RULE_MAX = 300;

/** How many results would have to be read, those that somebody suppressed among them. */
export function countFindings(log: SarifIn): number {
  return log.runs.reduce((sum, { results }) => sum + (results ?? []).filter(isFinding).length, 0);
}

/** What a log says, by tool; several runs of one tool are one scan, and a finding that comes twice is one. */
export function scansIn(log: SarifIn): Scan[] {
  const byTool = Map.groupBy(log.runs, (run) => toolOf(run));
  return [...byTool].map(([tool, runs]) => {
    const scans = runs.map((run) => scanOf(tool, run));
    return {
      tool,
      version: scans.find(({ version }) => version !== null)?.version ?? null,
      isOurs: tool === OUR_TOOL,
      isWhole: scans.every(({ isWhole }) => isWhole),
      findings: once(scans.flatMap(({ findings }) => findings)),
      suppressed: scans.flatMap(({ suppressed }) => suppressed),
      skipped: scans.reduce((sum, { skipped }) => sum + skipped, 0),
    };
  });
}

function toolOf(run: RunIn): string {
  return cleanText(run.tool.driver.name, TOOL_MAX).replaceAll("|", "-") || "Unnamed scanner";
}

function scanOf(tool: string, run: RunIn): Omit<Scan, "tool" | "isOurs"> {
  const results = run.results ?? [];
  const { version, semanticVersion } = run.tool.driver;
  const said = semanticVersion ?? version;
  const found = results.filter(isFinding);
  const live = found.filter((result) => !isSuppressed(result));
  const ruleOf = rulesOf(run);
  const read = (result: ResultIn) => findingOf(tool, result, ruleOf(result), run);
  return {
    version: said ? cleanText(said, TOOL_MAX) : null,
    isWhole: run.results != null && !run.invocations?.some(({ executionSuccessful }) => executionSuccessful === false),
    findings: live.map(read),
    suppressed: found.filter(isSuppressed).map((result) => read(result).identity),
    skipped: results.length - live.length,
  };
}

function isFinding({ kind, baselineState }: ResultIn): boolean {
  return FINDING_KINDS.includes(kind ?? "fail") && baselineState !== "absent";
}

/** Not while the suppression is refused or still waits for an answer (§3.27.23). */
function isSuppressed({ suppressions }: ResultIn): boolean {
  const all = suppressions ?? [];
  return all.length > 0 && all.every(({ status }) => (status ?? "accepted") === "accepted");
}

function findingOf(tool: string, result: ResultIn, ruled: Ruled, run: RunIn): ImportedFinding {
  const location = placeOf(result, run);
  const { title, description, message } = wordsOf(result, ruled, run);
  const finding = {
    identity: identityOf({ result, ruleId: ruled.ruleId, place: location, message }),
    ours: null,
    tool,
    title,
    description,
    rule: cleanText(`${tool}/${ruled.ruleId}`, RULE_MAX),
    location,
    severity: severityOf(result, ruled.rule),
    checkId: checkOf(result, ruled.rule, ruled.ruleId),
  };
  if (tool !== OUR_TOOL) return finding;
  const [, ours = null] = entriesOf(result.partialFingerprints).find(([name]) => name === OUR_FINGERPRINT) ?? [];
  return ours === null ? finding : { ...finding, ...oursIn(result.properties, ours), ours };
}

/** Of a finding that comes twice, the worst severity and the first place: whichever comes first. */
function once(findings: readonly ImportedFinding[]): ImportedFinding[] {
  const byIdentity = Map.groupBy(findings, ({ identity }) => JSON.stringify(identity));
  return [...byIdentity.values()].map((same) => same.reduce(merged));
}
