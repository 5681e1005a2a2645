import type { CheckId } from "./ids.ts";
import { CHECK_IDS } from "./ids.ts";
import { CHECKS } from "./stages.ts";
import { creditOf } from "./standing.ts";
import type { CheckStatus, DerivedCheck } from "./status.ts";

export type ReadinessItem = {
  checkId: CheckId;
  title: string;
  weight: number;
  /** Share of the weight that is earned, 0–1; `null` for a check that leaves the sum. */
  credit: number | null;
  status: CheckStatus;
  why: string;
};
/** `score` is `earned / possible` in whole per cent, rounded down, so that 100 means all. */
export type ReadinessView = { score: number; earned: number; possible: number; items: ReadinessItem[] };

const UNSEEN = { status: "unknown", isComplete: false, why: "Nothing is known of this yet." } as const;

/** Explained item by item. Checks of the roadmap that are not given count as unknown. */
export function scoreReadiness(derived: readonly DerivedCheck[]): ReadinessView {
  const byId = new Map(derived.map((check) => [check.id, check]));
  const items = CHECK_IDS.map((checkId): ReadinessItem => {
    const { title, weight } = CHECKS[checkId];
    const check = byId.get(checkId) ?? UNSEEN;
    return { checkId, title, weight, credit: creditOf(check), status: check.status, why: check.why };
  });
  const counting = items.filter((item) => item.credit !== null);
  const possible = counting.reduce((sum, item) => sum + item.weight, 0);
  const earned = counting.reduce((sum, item) => sum + item.weight * (item.credit ?? 0), 0);
  return { score: possible === 0 ? 0 : Math.floor((100 * earned) / possible), earned, possible, items };
}
