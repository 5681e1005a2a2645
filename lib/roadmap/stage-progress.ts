import type { CheckId, StageId } from "./ids.ts";
import { CHECKS } from "./stages.ts";
import { isDone } from "./standing.ts";
import type { CheckStatus, DerivedById, DerivedCheck } from "./status.ts";
import type { Stage } from "./types.ts";

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
  /** What to do first; null when the stage is done. */
  next: { checkId: CheckId; title: string; text: string } | null;
};

/** What to do about an open check, in the order of urgency. */
const STEPS = [
  ["failing", "Fix"],
  ["stale", "Check again"],
  ["unknown", "Gather evidence"],
  ["warning", "Improve"],
] as const satisfies readonly (readonly [CheckStatus, string])[];

export function deriveStageProgress(stage: Stage, derived: DerivedById): StageProgress {
  const applying = stage.checks.map(({ id }) => derived[id]).filter((check) => check.status !== "not_applicable");
  const count = (...statuses: CheckStatus[]) => applying.filter((check) => statuses.includes(check.status)).length;
  return {
    id: stage.id,
    done: applying.filter(isDone).length,
    total: applying.length,
    failing: count("failing"),
    warnings: count("warning"),
    unproven: count("unknown", "stale"),
    next: nextStep(applying),
  };
}

/** The heaviest check of the most urgent kind; the roadmap's order settles a tie. */
function nextStep(checks: readonly DerivedCheck[]): StageProgress["next"] {
  for (const [status, verb] of STEPS) {
    const [first] = checks
      .filter((check) => check.status === status)
      .toSorted((a, b) => CHECKS[b.id].weight - CHECKS[a.id].weight);
    if (first) return { checkId: first.id, title: CHECKS[first.id].title, text: `${verb}: ${first.line}` };
  }
  return null;
}
