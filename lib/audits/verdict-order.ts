import { SEVERITIES } from "#lib/roadmap/ids.ts";
import type { Result, Verdict } from "./types.ts";

/** What says the most comes first; what could not be looked at weighs more than a pass. */
const VERDICT_ORDER: readonly Verdict[] = [
  "fail",
  "warn",
  "error",
  "inconclusive",
  "not_run",
  "pass",
  "not_applicable",
];

type Sortable = Pick<Result, "verdict" | "severity">;

export function compareVerdicts(a: Verdict, b: Verdict): number {
  return VERDICT_ORDER.indexOf(a) - VERDICT_ORDER.indexOf(b);
}

/** By verdict, then by severity. */
export function worstFirst(a: Sortable, b: Sortable): number {
  return compareVerdicts(a.verdict, b.verdict) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}
