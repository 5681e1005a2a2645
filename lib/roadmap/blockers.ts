import { isBefore } from "./age.ts";
import { type CheckId, SEVERITIES, type Severity } from "./ids.ts";

/** What ranking needs of a risk; moments are ISO 8601. */
export type RankedRisk = {
  number: number;
  title: string;
  checkId: CheckId;
  severity: Severity;
  likelihood: number;
  impact: number;
  state: "open" | "rechecking" | "verified" | "closed";
  createdAt: string;
  /** The newest one that was decided. */
  decision: RankedDecision | null;
};

export type RankedDecision = {
  treatment: "fix_now" | "defer" | "accept";
  expiresAt: string | null;
  /** A second person stands behind it. */
  isByTwo: boolean;
};

/** The order, as it is shown beside each list that follows it. */
export const BLOCKER_ORDER = "severity, then likelihood × impact, then age, then number";

const BLOCKING_SEVERITIES: readonly Severity[] = ["critical", "high"];

/** Deferring or accepting lifts a block only while it is in force. */
export function isBlocking(risk: RankedRisk, now: Date): boolean {
  const isOpen = risk.state === "open" || risk.state === "rechecking";
  return isOpen && BLOCKING_SEVERITIES.includes(risk.severity) && !isPutOff(risk, now);
}

function isPutOff({ decision, severity }: RankedRisk, now: Date): boolean {
  return decision !== null && decision.treatment !== "fix_now" && isInForce(decision, severity, now);
}

/** Until the day that it names; putting off what is critical, or has become so, takes a second person. */
export function isInForce({ treatment, expiresAt, isByTwo }: RankedDecision, severity: Severity, now: Date): boolean {
  if (treatment === "fix_now") return true;
  return isBefore(now, expiresAt) && (isByTwo || severity !== "critical");
}

/** Total within a project, since numbers are unique there. */
export function compareRisks(a: RankedRisk, b: RankedRisk): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    b.likelihood * b.impact - a.likelihood * a.impact ||
    Date.parse(a.createdAt) - Date.parse(b.createdAt) ||
    a.number - b.number
  );
}

/** The risks that stand in the way of a launch, worst first. */
export function rankBlockers<R extends RankedRisk>(risks: readonly R[], now: Date): R[] {
  return risks.filter((risk) => isBlocking(risk, now)).toSorted(compareRisks);
}
