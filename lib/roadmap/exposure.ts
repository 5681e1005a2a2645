import { SEVERITIES, type Severity } from "./ids.ts";

type Exposure = { likelihood: number; impact: number };

/** Where a finding starts, 1–5 each, until somebody who knows the product says better. */
const BY_SEVERITY = {
  critical: { likelihood: 5, impact: 5 },
  high: { likelihood: 4, impact: 4 },
  medium: { likelihood: 3, impact: 3 },
  low: { likelihood: 2, impact: 2 },
  info: { likelihood: 1, impact: 1 },
} as const satisfies Record<Severity, Exposure>;

export function exposureOf(severity: Severity): Exposure {
  return BY_SEVERITY[severity];
}

export function scoreOf({ likelihood, impact }: Exposure): number {
  return likelihood * impact;
}

/** The other way round, for a risk that nobody has given a severity: the worst that starts no higher than this. */
export function severityAt(exposure: Exposure): Severity {
  const reached = SEVERITIES.filter((severity) => scoreOf(exposureOf(severity)) <= scoreOf(exposure));
  return reached[0] ?? "info";
}

/** Follows a change of severity, except where a person has set other numbers. */
export function followedExposure(risk: Exposure & { severity: Severity }, next: Severity): Exposure {
  const before = exposureOf(risk.severity);
  const isUntouched = risk.likelihood === before.likelihood && risk.impact === before.impact;
  return isUntouched ? exposureOf(next) : { likelihood: risk.likelihood, impact: risk.impact };
}
