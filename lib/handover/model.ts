import { z } from "zod";
import { VERDICTS } from "#lib/audits/types.ts";
import { GATE_STATES } from "#lib/roadmap/gate.ts";
import { GATE_IDS, SEVERITIES, STAGE_IDS } from "#lib/roadmap/ids.ts";
import { CHECK_STATUSES } from "#lib/roadmap/status.ts";
import { modelChanges } from "./model-changes.ts";
import { checkId, count, moment, text } from "./model-fields.ts";
import {
  modelBranding,
  modelDeliverable,
  modelLink,
  modelProvider,
  modelRunbook,
  modelSignal,
  modelSignOff,
  modelSprint,
} from "./model-registers.ts";

/**
 * The document: what every form of a pack says. Built by `buildHandover`, stored with the pack. Packs are kept for
 * years: what format 2 added has a default, so that a model of format 1 still opens.
 */

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
  /** The scanner that it was imported from. */
  tool: text.nullable().default(null),
});

/** How a decision stands at the time of the pack; what is superseded or expired lifts no block. */
const STANDINGS = ["in_force", "expired", "needs_second", "superseded", "proposed"] as const;

const decision = z.object({
  /** What was decided about: "Risk 12: …" or "Gate: …". */
  subject: text,
  decision: z.enum(["fix_now", "defer", "accept", "waive", "override"]),
  reason: text,
  compensatingControl: text,
  decider: text.nullable(),
  createdAt: moment,
  expiresAt: moment.nullable(),
  riskNumber: count.nullable().default(null),
  /** Who answers for it until it expires, and who asked for it. */
  owner: text.nullable().default(null),
  askedBy: text.nullable().default(null),
  /** Two people stand behind it. */
  isByTwo: z.boolean().default(false),
  /** Null in a model of format 1, which did not tell. */
  standing: z.enum(STANDINGS).nullable().default(null),
  /** Its risk holds the launch back in spite of it. */
  isBlocking: z.boolean().default(false),
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

const point = z.object({ at: moment, score: count, gateHeld: count, blockers: count });

/** A part of the executive page: a few sentences, and a short list. */
const answerPart = z.object({ title: text, body: text, items: z.array(text) });

const verdictCounts = z.object({ stage: z.enum(STAGE_IDS), pass: count, warn: count, fail: count, open: count });

const run = z.object({
  number: count,
  startedAt: moment.nullable(),
  finishedAt: moment.nullable(),
  startedBy: text,
  algorithm: count,
  targets: z.array(text),
});

export const handoverModelSchema = z.object({
  format: z.union([z.literal(1), z.literal(2)]),
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
  /** What the pack covers and rests on, a paragraph each. */
  summary: z.array(text),
  /** The executive page: one page in plain English. Empty in a model of format 1. */
  executive: z.array(answerPart).default([]),
  stages: z.array(stage),
  /** In the published order. All of them; a model of format 1 has the first ten. */
  risks: z.array(risk),
  risksTotal: count,
  /** Newest first. */
  decisions: z.array(decision),
  /** Under earlier versions, newest first. */
  signOffs: z.array(modelSignOff).default([]),
  missing: z.array(missing),
  evidence: z.array(evidence),
  /** How many observations did not fit; the newest failing ones always do. */
  evidenceOmitted: count,
  runs: z.array(run),
  branding: modelBranding.default({ clientName: "", accent: null, paper: "a4" }),
  signals: z.array(modelSignal).default([]),
  deliverables: z.array(modelDeliverable).default([]),
  /** One for each kind of provider, declared or not. */
  providers: z.array(modelProvider).default([]),
  runbooks: z.array(modelRunbook).default([]),
  links: z.array(modelLink).default([]),
  sprint: modelSprint.nullable().default(null),
  /** Readiness over time, oldest first. */
  points: z.array(point).default([]),
  /** Observations of each stage by verdict, those that did not fit included. */
  verdicts: z.array(verdictCounts).default([]),
  /** The terms that the pack uses, in plain words. */
  glossary: z.array(z.object({ term: text, meaning: text })).default([]),
  /** Against an earlier version; null when there is none to compare with. */
  changes: modelChanges.nullable().default(null),
});

export type HandoverModel = z.infer<typeof handoverModelSchema>;
export type StageChapter = z.infer<typeof stage>;
export type CheckLine = z.infer<typeof check>;
export type CheckEvidence = z.infer<typeof evidence>;
export type RiskLine = z.infer<typeof risk>;
export type DecisionLine = z.infer<typeof decision>;
export type Missing = z.infer<typeof missing>;
export type AnswerPart = z.infer<typeof answerPart>;
