import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { runs } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { endRun } from "#lib/ledger/end-run.ts";
import type { Run } from "#lib/ledger/insert-run.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { notifyRun } from "#lib/ledger/notify-run.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { isUnderWay, lockRun } from "./load-run.ts";

export const cancelRunInput = z.object({ project: z.string(), number: z.int().positive() });

/** A queued run ends at once; a running one when its worker sees the wish, within a second or two. */
export async function cancelRun({ ctx, input }: { ctx: Ctx; input: z.input<typeof cancelRunInput> }): Promise<Run> {
  const { project: slug, number } = parseInput(cancelRunInput, input);
  const { project } = await authorize(ctx, slug, "run.cancel");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const [found] = await tx
      .select({ id: runs.id })
      .from(runs)
      .where(and(eq(runs.projectId, project.id), eq(runs.number, number)));
    if (!found) throw notFound();
    const run = await lockRun(tx, { projectId: project.id, runId: found.id });
    if (!isUnderWay(run)) throw new AppError("conflict", `Run ${number} has already ended.`);
    if (run.state === "queued") return endRun(tx, ctx, run, { state: "cancelled", error: null });
    if (run.cancelRequestedAt) return run;
    const [asked] = await tx
      .update(runs)
      .set({ cancelRequestedAt: ctx.now })
      .where(and(eq(runs.projectId, project.id), eq(runs.id, run.id)))
      .returning();
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "run.cancel_requested",
      objectType: "run",
      objectId: run.id,
      details: { number },
    });
    await notifyRun(tx, run.id);
    return asked ?? run;
  });
}
