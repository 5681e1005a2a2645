import { compareRisks, isBlocking, type RankedRisk } from "../blockers.ts";
import { exposureOf, scoreOf, severityAt } from "../exposure.ts";
import { SEVERITIES, type Severity } from "../ids.ts";
import { numberIn, oneOf, type QueryValues } from "./query-values.ts";

export const LEVELS = [1, 2, 3, 4, 5] as const;
const BOUNDS = { min: 1, max: 5, usual: 3 };

/** `null`: whatever the score suggests. */
export type RiskQuery = { likelihood: number; impact: number; severity: Severity | null };

export function readRiskQuery(values: QueryValues): RiskQuery {
  const severity = oneOf(values, "severity", [...SEVERITIES, "suggested"], "suggested");
  return {
    likelihood: Math.round(numberIn(values, "likelihood", BOUNDS)),
    impact: Math.round(numberIn(values, "impact", BOUNDS)),
    severity: severity === "suggested" ? null : severity,
  };
}

/** A place in the register's order: the visitor's risk, or a finding as an audit first records it. */
export type Place = { severity: Severity; score: number; isOwn: boolean };

export type RiskScore = {
  score: number;
  suggested: Severity;
  /** The one that counts: what was chosen, else what is suggested. */
  severity: Severity;
  blocks: boolean;
  /** Worst first. */
  order: Place[];
};

/** What the register would make of a risk with these numbers. */
export function scoreRisk({ likelihood, impact, severity: given }: RiskQuery, now: Date): RiskScore {
  const suggested = severityAt({ likelihood, impact });
  const severity = given ?? suggested;
  const own = riskOf(severity, { likelihood, impact }, 0, now);
  const others = SEVERITIES.map((one, place) => riskOf(one, exposureOf(one), place + 1, now));
  return {
    score: scoreOf({ likelihood, impact }),
    suggested,
    severity,
    blocks: isBlocking(own, now),
    order: [own, ...others]
      .toSorted(compareRisks)
      .map((risk) => ({ severity: risk.severity, score: scoreOf(risk), isOwn: risk === own })),
  };
}

function riskOf(
  severity: Severity,
  { likelihood, impact }: { likelihood: number; impact: number },
  number: number,
  now: Date,
): RankedRisk {
  return {
    number,
    title: "",
    checkId: "endpoint-inventory",
    severity,
    likelihood,
    impact,
    state: "open",
    createdAt: now.toISOString(),
    decision: null,
  };
}
