import type { UiMark } from "#components/ui/marks.ts";
import type { SprintStageState } from "#lib/roadmap/sprint.ts";

export const STAGE_MARKS: Record<SprintStageState, UiMark> = {
  done: { shape: "check", tone: "ok", word: "Delivered" },
  late: { shape: "triangle", tone: "bad", word: "Late" },
  now: { shape: "clock", tone: "info", word: "Now" },
  later: { shape: "ring", tone: "mute", word: "Later" },
};

/** Once the clock has stopped, nothing is due any more. */
export const FINISHED_MARKS: Record<SprintStageState, UiMark> = {
  done: STAGE_MARKS.done,
  late: { shape: "triangle", tone: "bad", word: "Slipped" },
  now: { shape: "dash", tone: "mute", word: "Not finished" },
  later: { shape: "ring", tone: "mute", word: "Not reached" },
};
