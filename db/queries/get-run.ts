import { and, eq } from "drizzle-orm";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { results, runs } from "../schema/index.ts";
import { loadResults, loadRuns } from "./run-rows.ts";
import type { RunView } from "./views.ts";

/** A run with its results so far, in the order in which its rules are listed. */
export async function getRun(ctx: Ctx, slug: string, number: number): Promise<RunView> {
  const { project } = await authorize(ctx, slug, "project.read");
  const [run] = await loadRuns(ctx.db, project.id, eq(runs.number, number), 1);
  if (!run) throw notFound();
  const found = await loadResults(ctx.db, and(eq(results.projectId, project.id), eq(results.runId, run.id)));
  const place = new Map(run.rules.map((rule, index) => [rule, index]));
  const inOrder = found.toSorted((a, b) => (place.get(a.rule) ?? 0) - (place.get(b.rule) ?? 0));
  return { ...run, results: inOrder };
}
