import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { activities, risks, runs } from "#db/schema/index.ts";
import { makeProject, makeTarget, systemCtx } from "#db/testing/factories.ts";
import type { Observation } from "#lib/audits/observation.ts";
import { healthyObservation, pageWithHeader } from "#lib/audits/testing/healthy-observation.ts";
import { HEALTHY_AT } from "#lib/audits/testing/healthy-values.ts";
import type { Ctx } from "#lib/ctx.ts";
import type { Run } from "#lib/ledger/insert-run.ts";
import { beginRun } from "../begin-run.ts";
import { finishRun } from "../finish-run.ts";
import { startRun } from "../start-run.ts";

/** When `healthyObservation` was made, so that its certificates are valid. */
const OBSERVED = new Date(HEALTHY_AT);

export type AuditedProject = Awaited<ReturnType<typeof auditedProject>>;

/** A project with one target, example.com, of which `healthyObservation` tells. */
export async function auditedProject(db: Db) {
  const { project, user, ctx } = await makeProject(db);
  const target = await makeTarget(db, project, { url: "https://example.com/" });
  return { project, user, ctx: { ...ctx, now: OBSERVED }, target };
}

/** One without the header, the other with it: HSTS is missing, or all is well. */
export const withoutHsts = (minute = 0) =>
  observedAt(healthyObservation(pageWithHeader("strict-transport-security")), minute);
export const healthy = (minute = 0) => observedAt(healthyObservation(), minute);

/** The page could not be fetched. */
export function unreachable(minute = 0): Observation {
  const seen = healthy(minute);
  const page = {
    state: "unreachable",
    at: seen.startedAt,
    step: "connect",
    code: "refused",
    reason: "Connection refused",
    ms: 3,
  } as const;
  return { ...seen, parts: { ...seen.parts, page } };
}

/** The same observation made that many minutes after `OBSERVED`. */
export function observedAt(observation: Observation, minute: number): Observation {
  const at = new Date(OBSERVED.getTime() + minute * 60_000).toISOString();
  const parts = Object.entries(observation.parts).map(([name, part]) => [
    name,
    part.state === "not_attempted" ? part : { ...part, at },
  ]);
  return { ...observation, startedAt: at, finishedAt: at, parts: Object.fromEntries(parts) };
}

/** Starts a full run, unless one is given, and finishes it with what it "saw". */
export async function audit(
  { project, target, ctx }: AuditedProject,
  observation: Observation,
  given?: { id: string },
): Promise<Run> {
  const run = given ?? (await startRun({ ctx, input: { project: project.slug } }));
  const system: Ctx = systemCtx(ctx.db, ctx.now);
  const ref = { projectId: project.id, runId: run.id };
  const begun = await beginRun({ ctx: system, input: ref });
  if (!begun) throw new Error("The run could not begin.");
  const observations = [{ targetId: target.id, observation }];
  await finishRun({ ctx: system, input: { ...ref, attempt: begun.attempt, observations } });
  const [finished] = await ctx.db.select().from(runs).where(eq(runs.id, run.id));
  if (!finished) throw new Error("The run has gone.");
  return finished;
}

export async function register({ ctx, project }: AuditedProject) {
  return ctx.db.select().from(risks).where(eq(risks.projectId, project.id)).orderBy(risks.fingerprint);
}

export async function actions({ ctx, project }: AuditedProject): Promise<string[]> {
  const rows = await ctx.db
    .select({ action: activities.action })
    .from(activities)
    .where(eq(activities.projectId, project.id))
    .orderBy(activities.sequence);
  return rows.map((row) => row.action);
}
