import { z } from "zod";
import type { SignalView } from "#db/queries/views.ts";
import { DELIVERABLE_STATES, type DeliverableView } from "#lib/roadmap/deliverables.ts";
import { DELIVERABLE_IDS, GATE_IDS, SIGNAL_IDS } from "#lib/roadmap/ids.ts";
import { PLACE_PAGES, type Place } from "#lib/roadmap/place.ts";
import { SIGNAL_STATES } from "#lib/roadmap/signals.ts";
import { CHECK_STATUSES } from "#lib/roadmap/status.ts";
import { checkId, moment, severity, stageId } from "./common.ts";

/** Where in the app something is settled. */
const place = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("check"), id: checkId }),
  z.object({ kind: z.literal("gate"), id: z.enum(GATE_IDS) }),
  z.object({ kind: z.literal("risk"), number: z.number() }),
  z.object({ kind: z.literal("run"), number: z.number() }),
  z.object({ kind: z.literal("host"), target: z.string() }),
  z.object({ kind: z.literal("pack"), version: z.number() }),
  z.object({ kind: z.literal("runbook"), id: z.string() }),
  z.object({ kind: z.literal("page"), page: z.enum(PLACE_PAGES) }),
]) satisfies z.ZodType<Place>;

export const deliverable = z.object({
  id: z.enum(DELIVERABLE_IDS),
  title: z.string(),
  summary: z.string(),
  stage: stageId,
  state: z.enum(DELIVERABLE_STATES),
  why: z.string(),
  missing: z.array(z.object({ what: z.string(), place })),
}) satisfies z.ZodType<DeliverableView & { summary: string }>;

export const signal = z.object({
  id: z.enum(SIGNAL_IDS),
  title: z.string(),
  stage: stageId,
  state: z.enum(SIGNAL_STATES),
  lit: z.boolean(),
  why: z.string(),
  place,
}) satisfies z.ZodType<SignalView>;

const named = z.looseObject({ name: z.string() }).nullable();
const record = z.object({ name: z.string(), type: z.string(), value: z.string() });
const risk = z.looseObject({ number: z.number(), title: z.string(), severity, checkId });
const result = z.looseObject({ runNumber: z.number(), rule: z.string(), verdict: z.string(), summary: z.string() });
const statement = z.looseObject({ checkId, statement: z.string(), author: named, observedAt: moment });
const provider = z.looseObject({ kind: z.string(), provider: z.string() });

/** The thing itself, by what it is made of. */
const artefact = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("register"),
    blockers: z.array(risk),
    blockersTotal: z.number(),
    totals: z.array(z.object({ severity, open: z.number(), blocking: z.number(), settled: z.number() })),
  }),
  z.object({
    kind: z.literal("decisions"),
    risks: z.array(risk),
    waivers: z.array(
      z.looseObject({ gateId: z.enum(GATE_IDS), reason: z.string(), decider: named, expiresAt: moment }),
    ),
    overrides: z.array(statement),
  }),
  z.object({ kind: z.literal("repairs"), fixed: z.array(risk), open: z.array(risk) }),
  z.object({
    kind: z.literal("domains"),
    hosts: z.array(
      z.looseObject({
        targetId: z.string(),
        host: z.string(),
        observedAt: moment.nullable(),
        publish: z.array(record),
      }),
    ),
  }),
  z.object({
    kind: z.literal("mail"),
    domains: z.array(
      z.looseObject({
        domain: z.string(),
        runNumber: z.number(),
        observedAt: moment,
        rows: z.array(z.looseObject({ mechanism: z.string(), inPlace: z.array(record), publish: z.array(record) })),
      }),
    ),
  }),
  z.object({ kind: z.literal("caching"), assets: z.array(z.looseObject({ url: z.string(), verdict: z.string() })) }),
  z.object({ kind: z.literal("rotation"), runbooks: z.array(z.looseObject({ id: z.string(), title: z.string() })) }),
  z.object({ kind: z.literal("monitoring"), providers: z.array(provider) }),
  z.object({
    kind: z.literal("incident"),
    failing: z.array(z.looseObject({ checkId, line: z.string() })),
    providers: z.array(provider),
    deployments: z.array(z.object({ version: z.string(), environment: z.string(), deployedAt: moment })),
  }),
  z.object({ kind: z.literal("packs"), packs: z.array(z.looseObject({ version: z.number(), isDraft: z.boolean() })) }),
  z.object({ kind: z.literal("evidence") }),
]);

export const deliverableDetail = deliverable.extend({
  project: z.string(),
  asOf: moment,
  lastRun: z.object({ number: z.number(), finishedAt: moment }).nullable(),
  evidence: z.array(
    z.object({
      checkId,
      isByRules: z.boolean(),
      status: z.enum(CHECK_STATUSES),
      why: z.string(),
      evidenceAt: moment.nullable(),
      results: z.array(result),
      statements: z.array(statement),
    }),
  ),
  artefact,
  /** The same, to be read or pasted elsewhere. */
  markdown: z.string(),
});
