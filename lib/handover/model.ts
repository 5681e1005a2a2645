import { z } from "zod";
import { VERDICTS } from "#lib/audits/types.ts";
import { GATE_STATES } from "#lib/roadmap/gate.ts";
import { CHECK_IDS, GATE_IDS, SEVERITIES, STAGE_IDS } from "#lib/roadmap/ids.ts";
import { CHECK_STATUSES } from "#lib/roadmap/status.ts";

/** The document: what the PDF, the HTML and the JSON of a pack say. Built by `buildHandover`, stored with the pack. */

const moment = z.iso.datetime({ offset: true });
const text = z.string();
const count = z.number().int().nonnegative();
const checkId = z.enum(CHECK_IDS);

const attestation = z.object({
  statement: text,
  author: text.nullable(),
  observedAt: moment,
  expiresAt: moment.nullable(),
  isOverride: z.boolean(),
  link: text.nullable(),
});

const check = z.object({
  id: checkId,
  /** `stage.place`, as the pages print it. */
  number: text,
  title: text,
  status: z.enum(CHECK_STATUSES),
  source: z.enum(["automatic", "attested", "none"]),
  line: text,
  /** Why the status is what it is, in one sentence. */
  why: text,
  evidenceAt: moment.nullable(),
  owner: text.nullable(),
  /** `ref`s into the model's `evidence`. */
  evidence: z.array(text),
  attestations: z.array(attestation),
});

const stage = z.object({
  id: z.enum(STAGE_IDS),
  order: count,
  title: text,
  goal: text,
  exit: text,
  /** Verified, attested or overridden, of the checks that apply. */
  done: count,
  total: count,
  checks: z.array(check),
});

const evidence = z.object({
  /** `E1`, `E2`, … in the order of the pages. */
  ref: text,
  check: checkId,
  rule: text,
  target: text,
  verdict: z.enum(VERDICTS),
  summary: text,
  evidence: z.array(z.object({ label: text, value: text })),
  observedAt: moment,
  runNumber: count,
  reproduce: text,
});

const risk = z.object({
  number: count,
  title: text,
  severity: z.enum(SEVERITIES),
  likelihood: count,
  impact: count,
  state: z.enum(["open", "rechecking", "verified", "closed"]),
  isBlocking: z.boolean(),
  check: checkId,
  target: text.nullable(),
  owner: text.nullable(),
  dueAt: moment.nullable(),
  createdAt: moment,
  foundRun: count.nullable(),
  lastSeenRun: count.nullable(),
  /** What to do, in a sentence or two. */
  fix: text.nullable(),
});

const decision = z.object({
  /** What was decided about: "Risk 12: …" or "Gate: …". */
  subject: text,
  decision: z.enum(["fix_now", "defer", "accept", "waive", "override"]),
  reason: text,
  compensatingControl: text,
  decider: text.nullable(),
  createdAt: moment,
  expiresAt: moment.nullable(),
});

const gateItem = z.object({
  id: z.enum(GATE_IDS),
  title: text,
  holds: z.boolean(),
  state: z.enum(GATE_STATES),
  why: text,
  checks: z.array(checkId),
});

const missing = z.object({ kind: z.enum(["gate", "check", "other"]), title: text, why: text });

const run = z.object({
  number: count,
  startedAt: moment.nullable(),
  finishedAt: moment.nullable(),
  startedBy: text,
  algorithm: count,
  targets: z.array(text),
});

export const handoverModelSchema = z.object({
  format: z.literal(1),
  version: count,
  /** Until the gate holds. */
  isDraft: z.boolean(),
  generatedAt: moment,
  generatedBy: text,
  project: z.object({ name: text, description: text }),
  targets: z.array(z.object({ url: text, environment: text, link: text.nullable() })),
  answer: z.object({ ready: z.boolean(), headline: text, lede: text }),
  readiness: z.object({
    /** 0–100; null before the first evidence. */
    score: count.nullable(),
    items: z.array(z.object({ checkId, title: text, weight: z.number(), credit: z.number().nullable(), why: text })),
  }),
  gate: z.object({ held: count, total: count, items: z.array(gateItem) }),
  /** The executive summary, a paragraph each. */
  summary: z.array(text),
  stages: z.array(stage),
  /** The first ten, in the published order. */
  risks: z.array(risk),
  risksTotal: count,
  decisions: z.array(decision),
  missing: z.array(missing),
  evidence: z.array(evidence),
  /** How many observations did not fit; the newest failing ones always do. */
  evidenceOmitted: count,
  runs: z.array(run),
});

export type HandoverModel = z.infer<typeof handoverModelSchema>;
export type StageChapter = z.infer<typeof stage>;
export type CheckLine = z.infer<typeof check>;
export type CheckEvidence = z.infer<typeof evidence>;
export type RiskLine = z.infer<typeof risk>;
export type Missing = z.infer<typeof missing>;
