import type { UiMark } from "#components/ui/marks.ts";
import type { RunbookStanding } from "#lib/roadmap/records/runbooks.ts";

/** How far a runbook can be relied upon, as state on screen. */
export const RUNBOOK_MARKS: Record<RunbookStanding["state"], UiMark> = {
  empty: { shape: "ring", tone: "mute", word: "No steps yet" },
  untried: { shape: "ring", tone: "mute", word: "Never tried" },
  incomplete: { shape: "triangle", tone: "warn", word: "Not gone through in full" },
  stale: { shape: "clock", tone: "warn", word: "Due again" },
  one_person: { shape: "person", tone: "warn", word: "One person only" },
  two_people: { shape: "check", tone: "ok", word: "Two people can do it" },
};

const NOBODY: UiMark = { shape: "ring", tone: "mute", word: "Nobody yet" };
const ONE: UiMark = { shape: "person", tone: "warn", word: "One person only" };
const SEVERAL: UiMark = { shape: "check", tone: "ok", word: "Two people or more" };

export function peopleMark(count: number): UiMark {
  if (count === 0) return NOBODY;
  return count === 1 ? ONE : SEVERAL;
}
