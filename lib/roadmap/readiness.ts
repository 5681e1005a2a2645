import type { CheckId } from "./ids.ts";
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
/** `score` is `earned / possible` in whole per cent, rounded down. */
export type ReadinessView = { score: number; earned: number; possible: number; items: ReadinessItem[] };
