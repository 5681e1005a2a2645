import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { runs } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import type { Ctx } from "#lib/ctx.ts";
import type { Run } from "./insert-run.ts";
import { notifyRun } from "./notify-run.ts";
import { releaseRecheck } from "./release-recheck.ts";

type End = { state: "cancelled"; error: null } | { state: "failed"; error: string };

/** Ends a run that will give no verdict. The caller has locked its row and found it queued or running. */
export async function endRun(tx: Db, ctx: Ctx, run: Run, { state, error }: End): Promise<Run> {
  const [ended] = await tx
    .update(runs)
    .set({ state, error, finishedAt: ctx.now })
    .where(and(eq(runs.projectId, run.projectId), eq(runs.id, run.id)))
    .returning();
  if (!ended) throw new Error("The run has gone.");
  await releaseRecheck(tx, ctx, run, error ?? "The run was cancelled before it could look.");
  await recordActivity(tx, ctx, {
    projectId: run.projectId,
    action: `run.${state}`,
    objectType: "run",
    objectId: run.id,
    details: { number: run.number, ...(error !== null && { error }) },
  });
  await notifyRun(tx, run.id);
  return ended;
}
