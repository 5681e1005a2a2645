import type { UiMark } from "#components/ui/marks.ts";

/** How a single fact, rather than a rule, stands. */
export const FACT_MARKS: Readonly<Record<"ok" | "fault" | "unseen" | "not_run", UiMark>> = {
  ok: { shape: "check", tone: "ok", word: "Right" },
  fault: { shape: "cross", tone: "bad", word: "Wrong" },
  unseen: { shape: "ring", tone: "mute", word: "Could not see" },
  not_run: { shape: "ring", tone: "mute", word: "Not looked at yet" },
};
