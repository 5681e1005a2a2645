import { and, asc, eq, inArray } from "drizzle-orm";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { runs, targets } from "../schema/index.ts";
import type { DriftView } from "./domain-views.ts";
import { loadHostDrift } from "./host-drift.ts";

/**
 * What changed between a run and the last one before it that looked at the same. `null` while the run has not finished,
 * for a verify run, and for the first look at everything in it.
 */
export async function getDrift(ctx: Ctx, slug: string, runNumber: number): Promise<DriftView | null> {
  const { project } = await authorize(ctx, slug, "project.read");
  const [run] = await ctx.db
    .select()
    .from(runs)
    .where(and(eq(runs.projectId, project.id), eq(runs.number, runNumber)));
  if (!run) throw notFound();
  if (run.state !== "finished" || run.reason === "verify") return null;
  const audited = await ctx.db
    .select()
    .from(targets)
    .where(and(eq(targets.projectId, project.id), inArray(targets.id, run.targetIds)))
    .orderBy(asc(targets.createdAt), asc(targets.id));
  const drifts = await Promise.all(audited.map((target) => loadHostDrift(ctx.db, target, runNumber)));
  const found = drifts.flatMap((drift) => (drift?.run === runNumber ? [drift] : []));
  if (found.length === 0) return null;
  const hosts = found.map(({ targetId, url, items }) => ({ targetId, url, items }));
  return { run: runNumber, before: Math.max(...found.map(({ before }) => before)), hosts };
}
