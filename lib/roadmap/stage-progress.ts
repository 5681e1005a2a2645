import type { CheckId, StageId } from "./ids.ts";

export type StageProgress = {
  id: StageId;
  /** Verified, attested or overridden. */
  done: number;
  /** Checks that apply. */
  total: number;
  failing: number;
  warnings: number;
  /** Unknown or stale. */
  unproven: number;
  next: { checkId: CheckId; title: string; text: string } | null;
};
