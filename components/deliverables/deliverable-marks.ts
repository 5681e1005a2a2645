import type { UiMark } from "#components/ui/marks.ts";
import type { DeliverableState } from "#lib/roadmap/deliverables.ts";

export const DELIVERABLE_MARKS: Record<DeliverableState, UiMark> = {
  complete: { shape: "check", tone: "ok", word: "Complete" },
  incomplete: { shape: "clock", tone: "warn", word: "Incomplete" },
  no_data: { shape: "ring", tone: "mute", word: "No data" },
};
