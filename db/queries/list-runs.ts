import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { loadRuns } from "./run-rows.ts";
import type { RunSummary } from "./views.ts";

const RUNS_MAX = 100;

/** The newest runs, newest first. */
export async function listRuns(ctx: Ctx, slug: string): Promise<RunSummary[]> {
  const { project } = await authorize(ctx, slug, "project.read");
  return loadRuns(ctx.db, project.id, undefined, RUNS_MAX);
}
