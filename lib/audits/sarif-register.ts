import type { Location, Log, PropertyBag, ReportingDescriptor, Result } from "sarif";
import type { CheckId, Severity } from "#lib/roadmap/ids.ts";
import { CHECKS } from "#lib/roadmap/stages.ts";
import { literal, SECURITY_SEVERITY, toRule, WORST_FIRST } from "./sarif.ts";
import { OUR_FINGERPRINT, OUR_TOOL } from "./sarif-ours.ts";

type Person = { name: string } | null;
type RegisterDecision = {
  treatment: "fix_now" | "defer" | "accept";
  reason: string;
  compensatingControl: string;
  owner: Person;
  askedBy: Person;
  decider: Person;
  expiresAt: string | null;
  isInForce: boolean;
};
/** What is told of a risk; moments are ISO 8601. */
export type RegisterRisk = {
  number: number;
  /** What the register knows it by: its fingerprint, or for one made by hand a name of its own. */
  name: string;
  title: string;
  description: string;
  checkId: CheckId;
  stage: string;
  rule: string | null;
  tool: string | null;
  location: { uri: string; line: number | null } | null;
  targetUrl: string | null;
  severity: Severity;
  likelihood: number;
  impact: number;
  state: "open" | "rechecking" | "verified" | "closed";
  isBlocking: boolean;
  owner: Person;
  dueAt: string | null;
  decision: RegisterDecision | null;
  proposal: RegisterDecision | null;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
};

const LEVELS = { critical: "error", high: "error", medium: "warning", low: "note", info: "note" } as const;
/** A fix that an audit or a scan has proven passes; what a person closed says nothing of a rule (§3.27.9). */
const SETTLED = { verified: "pass", closed: "informational" } as const;

/**
 * The whole register as SARIF 2.1.0, the settled risks among them: so that it can go into any tool that reads SARIF, and
 * into another project. Imported again where it came from, it changes nothing.
 */
export function registerToSarif(register: { slug: string; version: string }, risks: readonly RegisterRisk[]): Log {
  const byRule = Map.groupBy(risks, ruleIdOf);
  const indexes = new Map([...byRule.keys()].map((id, index) => [id, index]));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: OUR_TOOL,
            version: register.version,
            rules: [...byRule].map(([id, own]) => ruleFor(id, own)),
          },
        },
        automationDetails: { id: `${OUR_TOOL}/${register.slug}/register/` },
        columnKind: "utf16CodeUnits",
        results: risks.map((risk) => ({
          ruleId: ruleIdOf(risk),
          ruleIndex: indexes.get(ruleIdOf(risk)) ?? -1,
          ...standing(risk),
          message: { text: literal(risk.description === "" ? risk.title : risk.description) },
          locations: locationsOf(risk),
          partialFingerprints: { [OUR_FINGERPRINT]: risk.name },
          ...suppressionsOf(risk),
          properties: propertiesOf(risk),
        })),
      },
    ],
  };
}

function ruleIdOf({ rule, checkId }: RegisterRisk): string {
  return rule ?? `register/${checkId}`;
}

function ruleFor(id: string, risks: readonly RegisterRisk[]): ReportingDescriptor {
  const [first] = risks;
  if (first && first.rule !== null && first.tool === null) return toRule(id);
  const severity = WORST_FIRST.find((one) => risks.some((risk) => risk.severity === one)) ?? "info";
  const check = first ? CHECKS[first.checkId] : null;
  return {
    id,
    shortDescription: { text: first?.tool == null ? (check?.title ?? id) : id },
    ...(check && { help: { text: `${check.why}\n\n${check.fix}` } }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ["security"], "security-severity": SECURITY_SEVERITY[severity] },
  };
}

/** A level goes only with kind "fail" (§3.27.10); what was there and is not any more is absent (§3.27.24). */
function standing({ state, severity }: RegisterRisk): Pick<Result, "kind" | "level" | "baselineState"> {
  if (state === "open" || state === "rechecking") return { kind: "fail", level: LEVELS[severity] };
  return { kind: SETTLED[state], level: "none", baselineState: "absent" };
}

function locationsOf({ location, targetUrl }: RegisterRisk): Location[] {
  const uri = location?.uri ?? targetUrl;
  if (uri === null) return [];
  const line = location?.line ?? null;
  return [{ physicalLocation: { artifactLocation: { uri }, ...(line !== null && { region: { startLine: line } }) } }];
}

/** Put off and in force: accepted; asked for: under review, which suppresses nothing yet (§3.35.3). */
function suppressionsOf({ state, decision, proposal }: RegisterRisk): Pick<Result, "suppressions"> {
  if (state !== "open" && state !== "rechecking") return {};
  const accepted = decision && decision.treatment !== "fix_now" && decision.isInForce ? decision : null;
  const asked = proposal && proposal.treatment !== "fix_now" ? proposal : null;
  const one = accepted ?? asked;
  if (!one) return {};
  const status = accepted ? "accepted" : "underReview";
  return { suppressions: [{ kind: "external", status, justification: justificationOf(one) }] };
}

function justificationOf({ reason, compensatingControl }: RegisterDecision): string {
  return compensatingControl === "" ? reason : `${reason} Meanwhile: ${compensatingControl}`;
}

function propertiesOf(risk: RegisterRisk): PropertyBag & Record<string, unknown> {
  return {
    number: risk.number,
    title: risk.title,
    state: risk.state,
    severity: risk.severity,
    "security-severity": SECURITY_SEVERITY[risk.severity],
    likelihood: risk.likelihood,
    impact: risk.impact,
    isBlocking: risk.isBlocking,
    check: risk.checkId,
    stage: risk.stage,
    rule: risk.rule,
    tool: risk.tool,
    owner: risk.owner?.name ?? null,
    dueAt: risk.dueAt,
    decision: risk.decision && decisionOf(risk.decision),
    proposal: risk.proposal && decisionOf(risk.proposal),
    createdAt: risk.createdAt,
    updatedAt: risk.updatedAt,
    closedAt: risk.closedAt,
  };
}

function decisionOf({ owner, askedBy, decider, ...decision }: RegisterDecision) {
  const { treatment, reason, compensatingControl, expiresAt, isInForce } = decision;
  const people = { owner: owner?.name ?? null, askedBy: askedBy?.name ?? null, decider: decider?.name ?? null };
  return { treatment, reason, compensatingControl, expiresAt, isInForce, ...people };
}
