import { z } from "zod";
import type { AttestationView, CheckDetail } from "#db/queries/views.ts";
import { activity, checkId, moment, person, reference } from "./common.ts";
import { check } from "./project.ts";
import { risk } from "./risk.ts";
import { result } from "./run.ts";

export const attestation = z.object({
  id: z.string(),
  checkId,
  statement: z.string(),
  link: z.string().nullable(),
  isOverride: z.boolean(),
  author: person.nullable(),
  observedAt: moment,
  expiresAt: moment.nullable(),
  createdAt: moment,
  withdrawnAt: moment.nullable(),
}) satisfies z.ZodType<AttestationView>;

const ruleText = z.object({
  title: z.string(),
  why: z.string(),
  fix: z.string(),
  references: z.array(reference),
  cwe: z.string().optional(),
  asvs: z.string().optional(),
  owasp: z.string().optional(),
  outcomes: z.record(z.string(), z.string()),
});

export const checkDetail = check.extend({
  statusWhy: z.string(),
  bar: z.string(),
  why: z.string(),
  fix: z.string(),
  references: z.array(reference),
  weight: z.number(),
  freshDays: z.number(),
  rules: z.array(z.string()),
  isRecorded: z.boolean(),
  notApplicableReason: z.string().nullable(),
  latest: z.array(result.extend({ ruleText: ruleText.nullable() })),
  history: z.array(z.object({ at: moment, runNumber: z.number(), verdicts: z.record(z.string(), z.number()) })),
  attestations: z.array(attestation),
  risks: z.array(risk),
  activities: z.array(activity),
}) satisfies z.ZodType<Omit<CheckDetail, "history" | "latest">>;
