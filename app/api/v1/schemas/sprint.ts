import { z } from "zod";
import type { SprintDetail, SprintView } from "#db/queries/sprint-views.ts";
import { DELIVERABLE_IDS } from "#lib/roadmap/ids.ts";
import { activity, checkId, moment, person, stageId } from "./common.ts";

const checks = z.array(checkId);
const numbers = z.array(z.number());

const stage = z.object({
  stage: stageId,
  title: z.string(),
  from: z.number(),
  to: z.number(),
  work: z.string(),
  checks,
  deliverables: z.array(z.enum(DELIVERABLE_IDS)),
  state: z.enum(["done", "late", "now", "later"]),
  delivered: checks,
  open: checks,
});

type Progress = SprintDetail["progress"];
/** As the view has it, with lists that may be written to. */
type Detail = Omit<SprintDetail, "progress" | "clock"> & {
  progress: Omit<Progress, "stages"> & { stages: z.output<typeof stage>[] };
  clock: z.output<typeof clock>;
};

const clock = z.object({
  startedAt: moment,
  hours: z.number(),
  pauses: z.array(z.object({ from: moment, to: moment.nullable() })),
  finishedAt: moment.nullable(),
});

const sprintDetail = z.object({
  number: z.number(),
  goal: z.string(),
  clock,
  startedBy: person.nullable(),
  progress: z.object({
    elapsedMs: z.number(),
    remainingMs: z.number(),
    isPaused: z.boolean(),
    stages: z.array(stage),
    delivered: checks,
    open: checks,
    slipped: checks,
    setAside: checks,
    regressed: checks,
    blockers: z.object({ gone: numbers, open: numbers, added: numbers }),
    gate: z.object({ before: z.number(), now: z.number() }),
    score: z.object({ before: z.number().nullable(), now: z.number().nullable() }),
  }),
  risks: z.array(
    z.object({ number: z.number(), title: z.string(), state: z.enum(["open", "rechecking", "verified", "closed"]) }),
  ),
  activities: z.array(activity),
}) satisfies z.ZodType<Detail>;

export const sprint = z.object({
  sprint: sprintDetail.nullable(),
  openNumber: z.number().nullable(),
  earlier: z.array(
    z.object({
      number: z.number(),
      goal: z.string(),
      startedAt: moment,
      finishedAt: moment,
      delivered: z.number(),
      slipped: z.number(),
    }),
  ),
}) satisfies z.ZodType<Omit<SprintView, "sprint"> & { sprint: Detail | null }>;
