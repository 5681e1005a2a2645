import { z } from "zod";
import type { RehearsalView, RunbookSummary, RunbooksView, RunbookView } from "#db/queries/runbook-views.ts";
import { PLATFORMS, RUNBOOK_KINDS } from "#lib/roadmap/records/types.ts";
import { activity, moment, person } from "./common.ts";

const kind = z.enum(RUNBOOK_KINDS);
const platform = z.enum(PLATFORMS);

const summary = z.object({
  id: z.string(),
  kind,
  platform,
  title: z.string(),
  stepCount: z.number(),
  state: z.enum(["empty", "untried", "incomplete", "stale", "one_person", "two_people"]),
  undone: z.number(),
  alone: z.number(),
  lastCompleteAt: moment.nullable(),
  people: z.array(z.string()),
  lastDryRunAt: moment.nullable(),
  updatedAt: moment,
}) satisfies z.ZodType<RunbookSummary>;

export const runbooks = z.object({
  runbooks: z.array(summary),
  missing: z.array(z.object({ kind, platform: platform.nullable() })),
  freshDays: z.number(),
}) satisfies z.ZodType<RunbooksView>;

const rehearsal = z.object({
  id: z.string(),
  person: z.object({ id: z.string().nullable(), name: z.string() }),
  isDryRun: z.boolean(),
  stepIds: z.array(z.string()),
  current: z.number(),
  note: z.string(),
  doneAt: moment,
  recordedBy: person.nullable(),
}) satisfies z.ZodType<RehearsalView>;

export const runbook = summary.extend({
  steps: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      command: z.string(),
      place: z.number(),
      people: z.array(z.string()),
    }),
  ),
  rehearsals: z.array(rehearsal),
  freshDays: z.number(),
  activities: z.array(activity),
}) satisfies z.ZodType<RunbookView>;
