import { z } from "zod";
import type { ResultView, RunSummary, RunView } from "#db/queries/views.ts";
import { type DnsRecord, VERDICTS } from "#lib/audits/types.ts";
import { actor, checkId, environment, moment, severity } from "./common.ts";

export const runState = z.enum(["queued", "running", "finished", "cancelled", "failed"]);

export const dnsRecord = z.object({
  name: z.string(),
  type: z.string(),
  value: z.string(),
}) satisfies z.ZodType<DnsRecord>;

export const result = z.object({
  runNumber: z.number(),
  rule: z.string(),
  checkId,
  targetId: z.string(),
  targetUrl: z.string(),
  verdict: z.enum(VERDICTS),
  severity,
  code: z.string(),
  summary: z.string(),
  evidence: z.array(z.object({ label: z.string(), value: z.string() })),
  publish: z.array(dnsRecord),
  observedAt: moment,
  reproduce: z.string(),
  riskNumber: z.number().nullable(),
}) satisfies z.ZodType<ResultView>;

export const runSummary = z.object({
  id: z.string(),
  number: z.number(),
  state: runState,
  reason: z.enum(["manual", "verify", "schedule", "api"]),
  startedBy: actor,
  createdAt: moment,
  startedAt: moment.nullable(),
  finishedAt: moment.nullable(),
  isCancelRequested: z.boolean(),
  algorithm: z.number(),
  rules: z.array(z.string()),
  targets: z.array(z.object({ id: z.string(), url: z.string(), environment })),
  counts: z.record(z.enum(VERDICTS), z.number()),
  sinceLast: z.object({ fixed: z.number(), new: z.number() }),
  risk: z.object({ number: z.number(), title: z.string() }).nullable(),
  error: z.string().nullable(),
}) satisfies z.ZodType<RunSummary>;

export const run = runSummary.extend({ results: z.array(result) }) satisfies z.ZodType<RunView>;
