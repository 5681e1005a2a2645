import type { Treatment } from "#db/queries/views.ts";

/** Leaves the owner as it is; not an id of anybody. */
export const KEEP_OWNER = "keep";

/** "2 risks deferred". */
export const DONE_WORDS: Record<Treatment, string> = {
  fix_now: "to be fixed now",
  defer: "deferred",
  accept: "accepted",
};

/** What stands in the form when it opens. */
export type DecisionDraft = {
  treatment: Treatment;
  reason?: string | undefined;
  /** Who answers for it; empty for nobody, undefined to leave each risk's owner. */
  ownerId?: string | undefined;
  reviewInDays: number;
};
export const USUAL_DRAFT: DecisionDraft = { treatment: "fix_now", reviewInDays: 30 };
