import { z } from "zod";
import type { Board, ProjectCard, TargetView } from "#db/queries/views.ts";
import { PROFILES } from "#lib/audits/observation/target.ts";
import { ROLES } from "#lib/auth/permissions.ts";
import { GATE_STATES } from "#lib/roadmap/gate.ts";
import { GATE_IDS } from "#lib/roadmap/ids.ts";
import { CHECK_STATUSES } from "#lib/roadmap/status.ts";
import { checkId, environment, moment, person, severity, stageId } from "./common.ts";
import { deliverable, signal } from "./deliverable.ts";

export const target = z.object({
  id: z.string(),
  kind: z.literal("web"),
  url: z.string(),
  environment,
  profile: z.enum(PROFILES),
  expects: z.array(z.string()),
  origins: z.array(z.string()),
  selectors: z.array(z.string()),
  createdAt: moment,
}) satisfies z.ZodType<TargetView>;

const stageSummary = z.object({
  id: stageId,
  order: z.number(),
  shortTitle: z.string(),
  done: z.number(),
  total: z.number(),
  failing: z.number(),
  warnings: z.number(),
  unproven: z.number(),
  next: z.object({ checkId, title: z.string(), text: z.string() }).nullable(),
});

export const projectCard = z.object({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  role: z.enum(ROLES),
  readiness: z.number().nullable(),
  gateHeld: z.number(),
  gateTotal: z.number(),
  blockers: z.number(),
  stages: z.array(stageSummary),
  lastRunAt: moment.nullable(),
  primaryUrl: z.string().nullable(),
}) satisfies z.ZodType<ProjectCard>;

const checkStatus = z.enum(CHECK_STATUSES);

export const check = z.object({
  id: checkId,
  title: z.string(),
  shortTitle: z.string(),
  stage: stageId,
  status: checkStatus,
  source: z.enum(["automatic", "attested", "none"]),
  line: z.string(),
  evidenceAt: moment.nullable(),
  owner: person.nullable(),
  results: z.number(),
  openRisks: z.number(),
  isRechecking: z.boolean(),
});

const blocker = z.object({
  number: z.number(),
  title: z.string(),
  severity,
  likelihood: z.number(),
  impact: z.number(),
  checkId,
  stage: stageId,
  state: z.enum(["open", "rechecking", "verified", "closed"]),
  targetUrl: z.string().nullable(),
  owner: person.nullable(),
  createdAt: moment,
});

const waiver = z.object({
  id: z.string(),
  gateId: z.enum(GATE_IDS),
  reason: z.string(),
  decider: person.nullable(),
  createdAt: moment,
  expiresAt: moment,
});

const gateItem = z.object({
  id: z.enum(GATE_IDS),
  title: z.string(),
  holdsWhen: z.string(),
  holds: z.boolean(),
  state: z.enum(GATE_STATES),
  why: z.string(),
  checks: z.array(checkId),
  waiver: waiver.nullable(),
});

export const board = z.object({
  project: z.object({ slug: z.string(), name: z.string(), description: z.string(), role: z.enum(ROLES) }),
  targets: z.array(target),
  answer: z.object({
    ready: z.boolean(),
    headline: z.string(),
    lede: z.string(),
    obstacles: z.array(
      z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("risk"), number: z.number(), title: z.string() }),
        z.object({ kind: z.literal("gate"), gateId: z.enum(GATE_IDS), title: z.string() }),
      ]),
    ),
  }),
  blockers: z.array(blocker),
  blockersTotal: z.number(),
  notices: z.array(
    z.object({
      number: z.number(),
      title: z.string(),
      severity,
      treatment: z.enum(["defer", "accept"]),
      expiresAt: moment,
      state: z.enum(["ends_soon", "ended"]),
      days: z.number(),
    }),
  ),
  gate: z.object({ held: z.number(), total: z.number(), items: z.array(gateItem) }),
  stages: z.array(
    stageSummary.extend({
      title: z.string(),
      goal: z.string(),
      exit: z.string(),
      checks: z.array(check),
      deliverables: z.array(deliverable),
    }),
  ),
  readiness: z.object({
    score: z.number(),
    earned: z.number(),
    possible: z.number(),
    items: z.array(
      z.object({
        checkId,
        title: z.string(),
        weight: z.number(),
        credit: z.number().nullable(),
        status: checkStatus,
        why: z.string(),
      }),
    ),
  }),
  signals: z.array(signal),
  points: z.array(
    z.object({
      at: moment,
      score: z.number(),
      gateHeld: z.number(),
      blockers: z.number(),
      runNumber: z.number().nullable(),
    }),
  ),
  deployments: z.array(z.object({ id: z.string(), version: z.string(), environment, deployedAt: moment })),
  lastRun: z
    .object({
      number: z.number(),
      state: z.enum(["queued", "running", "finished", "cancelled", "failed"]),
      createdAt: moment,
      finishedAt: moment.nullable(),
    })
    .nullable(),
}) satisfies z.ZodType<Board>;
