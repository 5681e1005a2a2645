import type { CheckStatus, DerivedCheck } from "./status.ts";

/** The share of a check's weight that each status earns; `null` leaves the sum. */
const CREDITS = {
  verified: 1,
  attested: 1,
  overridden: 1,
  warning: 0.5,
  failing: 0,
  unknown: 0,
  stale: 0,
  not_applicable: null,
} as const satisfies Record<CheckStatus, number | null>;

export function creditOf(check: Pick<DerivedCheck, "status" | "isComplete">): number | null {
  const credit = CREDITS[check.status];
  return credit === null || check.isComplete ? credit : 0;
}

/** Proven, stated or overridden, and without anything left to look at. */
export function isDone(check: Pick<DerivedCheck, "status" | "isComplete">): boolean {
  return creditOf(check) === 1;
}

/** Without anything left to look at, or with a warning that does not stop a launch. */
export function isHolding(check: Pick<DerivedCheck, "status" | "isComplete">): boolean {
  return (creditOf(check) ?? 0) > 0;
}
