import type { SprintProgress } from "#lib/roadmap/sprint.ts";
import type { SprintClock } from "#lib/roadmap/sprint-clock.ts";
import type { ActivityView, PersonView, RiskState } from "./views.ts";

export type SprintRisk = { number: number; title: string; state: RiskState };
export type SprintSummary = {
  number: number;
  goal: string;
  startedAt: string;
  finishedAt: string;
  delivered: number;
  slipped: number;
};
export type SprintDetail = {
  number: number;
  goal: string;
  clock: SprintClock;
  startedBy: PersonView | null;
  progress: SprintProgress;
  /** Those that the progress names, by number. */
  risks: SprintRisk[];
  activities: ActivityView[];
};
export type SprintView = {
  /** The one that was asked for, else the one under way. */
  sprint: SprintDetail | null;
  /** Number of the one under way. */
  openNumber: number | null;
  /** Newest first. */
  earlier: SprintSummary[];
};
