import { z } from "zod";
import type { DecisionView, RiskDetail, RiskView } from "#db/queries/views.ts";
import { activity, checkId, moment, person, reference, severity, stageId } from "./common.ts";
import { result, runState } from "./run.ts";

const decision = z.object({
  id: z.string(),
  treatment: z.enum(["fix_now", "defer", "accept"]),
  state: z.enum(["proposed", "decided", "declined", "withdrawn"]),
  reason: z.string(),
  compensatingControl: z.string(),
  owner: person.nullable(),
  askedBy: person.nullable(),
  decider: person.nullable(),
  isByTwo: z.boolean(),
  declineReason: z.string().nullable(),
  createdAt: moment,
  decidedAt: moment.nullable(),
  expiresAt: moment.nullable(),
  isExpired: z.boolean(),
  isInForce: z.boolean(),
}) satisfies z.ZodType<DecisionView>;

export const risk = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  description: z.string(),
  checkId,
  stage: stageId,
  rule: z.string().nullable(),
  targetUrl: z.string().nullable(),
  severity,
  likelihood: z.number(),
  impact: z.number(),
  state: z.enum(["open", "rechecking", "verified", "closed"]),
  isManual: z.boolean(),
  isBlocking: z.boolean(),
  owner: person.nullable(),
  dueAt: moment.nullable(),
  decision: decision.nullable(),
  proposal: decision.nullable(),
  tool: z.string().nullable(),
  location: z.object({ uri: z.string(), line: z.number().nullable() }).nullable(),
  foundRun: z.number().nullable(),
  lastSeenRun: z.number().nullable(),
  verifiedRun: z.number().nullable(),
  createdAt: moment,
  updatedAt: moment,
  closedAt: moment.nullable(),
}) satisfies z.ZodType<RiskView>;

export const riskDetail = risk.extend({
  fix: z.string().nullable(),
  references: z.array(reference),
  before: result.nullable(),
  after: result.nullable(),
  verifyRun: z.object({ number: z.number(), state: runState }).nullable(),
  decisions: z.array(decision),
  activities: z.array(activity),
}) satisfies z.ZodType<RiskDetail>;
