import type { RunbookStanding } from "#lib/roadmap/records/runbooks.ts";
import type { Platform, RunbookKind, RunbookStep } from "#lib/roadmap/records/types.ts";
import type { ActivityView, PersonView } from "./views.ts";

export type RunbookSummary = RunbookStanding & {
  id: string;
  kind: RunbookKind;
  platform: Platform;
  title: string;
  stepCount: number;
  /** Who has done every step as it reads now. */
  people: string[];
  lastDryRunAt: string | null;
  updatedAt: string;
};

/** What each platform that the runbooks name still lacks; without any runbook, every kind on no platform. */
export type MissingRunbook = { kind: RunbookKind; platform: Platform | null };
export type RunbooksView = { runbooks: RunbookSummary[]; missing: MissingRunbook[]; freshDays: number };

export type RunbookStepView = RunbookStep & { place: number; people: string[] };
export type RehearsalView = {
  id: string;
  /** `id` is null for somebody outside, or who has left. */
  person: { id: string | null; name: string };
  isDryRun: boolean;
  stepIds: string[];
  /** How many of the steps, as they read now, it covers. */
  current: number;
  note: string;
  doneAt: string;
  recordedBy: PersonView | null;
};

export type RunbookView = RunbookSummary & {
  steps: RunbookStepView[];
  /** Newest first. */
  rehearsals: RehearsalView[];
  freshDays: number;
  activities: ActivityView[];
};
