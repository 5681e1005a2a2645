import { z } from "zod";
import {
  AREAS,
  type Area,
  type AreaCell,
  type DomainsView,
  type DriftItem,
  type DriftView,
  type FoundHost,
  type HostDetail,
  type HostRow,
  type OldUrlsView,
  type ScheduleView,
} from "#db/queries/domain-views.ts";
import { PROFILES } from "#lib/audits/observation/target.ts";
import { VERDICTS } from "#lib/audits/types.ts";
import { environment, moment, severity } from "./common.ts";
import { hostFacts, redirectHop } from "./host-facts.ts";
import { dnsRecord, result, runState } from "./run.ts";

const area = z.enum(AREAS);
const standing = z.object({ verdict: z.enum(VERDICTS), open: z.number() }).nullable();
const areaCell = z.object({ now: standing, before: standing }) satisfies z.ZodType<AreaCell>;

const hostRow = z.object({
  targetId: z.string(),
  url: z.string(),
  host: z.string(),
  profile: z.enum(PROFILES),
  environment,
  areas: z.record(area, areaCell) satisfies z.ZodType<Record<Area, AreaCell>>,
  observedAt: moment.nullable(),
}) satisfies z.ZodType<HostRow>;

export const foundHost = z.object({
  host: z.string(),
  sources: z.array(
    z.object({ kind: z.enum(["certificate", "redirect", "csp", "page", "dns"]), targetUrl: z.string() }),
  ),
  firstSeenAt: moment,
  lastSeenAt: moment,
  ignored: z.object({ at: moment, reason: z.string(), by: z.string().nullable() }).nullable(),
}) satisfies z.ZodType<FoundHost>;

const scheduleView = z
  .object({ every: z.enum(["6h", "day", "week"]), nextAt: moment, setBy: z.string().nullable() })
  .nullable() satisfies z.ZodType<ScheduleView>;
export const schedule = z.object({ schedule: scheduleView });

const finishedRun = z.object({ number: z.number(), finishedAt: moment }).nullable();

export const domains = z.object({
  hosts: z.array(hostRow),
  found: z.array(foundHost),
  schedule: scheduleView,
  lastRun: finishedRun,
  runBefore: finishedRun,
  running: z.object({ number: z.number(), state: runState }).nullable(),
  oldUrls: z.number(),
}) satisfies z.ZodType<DomainsView>;

const driftItem = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("verdict"),
    rule: z.string(),
    title: z.string(),
    severity,
    before: z.enum(VERDICTS),
    now: z.enum(VERDICTS),
    summary: z.string(),
  }),
  z.object({ kind: z.literal("fact"), label: z.string(), before: z.string(), now: z.string() }),
]) satisfies z.ZodType<DriftItem>;

const hostDrift = z.object({ targetId: z.string(), url: z.string(), items: z.array(driftItem) });

/** `before` is null, and there are no hosts, where there is nothing to compare with. */
export const drift = z.object({
  run: z.number(),
  before: z.number().nullable(),
  hosts: z.array(hostDrift),
}) satisfies z.ZodType<Omit<DriftView, "before"> & { before: number | null }>;

export const hostDetail = hostRow.extend({
  expects: z.array(z.string()),
  origins: z.array(z.string()),
  selectors: z.array(z.string()),
  rules: z.array(z.object({ rule: z.string(), title: z.string(), area, now: result, before: result.nullable() })),
  ...hostFacts,
  publish: z.array(dnsRecord.extend({ rule: z.string() })),
  drift: hostDrift.nullable(),
}) satisfies z.ZodType<HostDetail>;

export const oldUrls = z.object({
  rows: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      verdict: z.enum(["ok", "fault", "unseen", "not_run"]),
      note: z.string(),
      status: z.number().nullable(),
      final: z.string().nullable(),
      hops: z.array(redirectHop),
    }),
  ),
  total: z.number(),
  perRun: z.number(),
  observedAt: moment.nullable(),
}) satisfies z.ZodType<Omit<OldUrlsView, "rows">>;
