import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { results, runs, targets } from "#db/schema/index.ts";
import type { TargetNotes } from "#lib/audits/observation/target.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";
import { endRun } from "#lib/ledger/end-run.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { notifyRun } from "#lib/ledger/notify-run.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { isUnderWay, lockRun, runRef } from "./load-run.ts";
import { loadNotes } from "./target-notes.ts";

export type BegunTarget = { id: string; url: string; notes: TargetNotes };
export type BegunRun = { attempt: number; rules: string[]; targets: BegunTarget[] };

/** Takes a run for this worker, over the head of any earlier one. `null`: it has already ended, or ends now. */
export async function beginRun({ ctx, input }: { ctx: Ctx; input: z.input<typeof runRef> }): Promise<BegunRun | null> {
  const ref = parseInput(runRef, input);
  assertSystem(ctx);
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, ref.projectId);
    const run = await lockRun(tx, ref);
    if (!isUnderWay(run)) return null;
    if (run.cancelRequestedAt) {
      await endRun(tx, ctx, run, { state: "cancelled", error: null });
      return null;
    }
    const found = await tx
      .select()
      .from(targets)
      .where(and(eq(targets.projectId, run.projectId), inArray(targets.id, run.targetIds)));
    if (found.length === 0) {
      await endRun(tx, ctx, run, { state: "failed", error: "What it should look at has been removed." });
      return null;
    }
    const attempt = run.attempt + 1;
    await tx
      .update(runs)
      .set({ state: "running", attempt, startedAt: run.startedAt ?? ctx.now })
      .where(and(eq(runs.projectId, run.projectId), eq(runs.id, run.id)));
    await tx.delete(results).where(and(eq(results.projectId, run.projectId), eq(results.runId, run.id)));
    await notifyRun(tx, run.id);
    const notesOf = await loadNotes(tx, run.projectId);
    const inOrder = run.targetIds.flatMap((id) => found.filter((target) => target.id === id));
    const begun = inOrder.map((target) => ({ id: target.id, url: target.url, notes: notesOf(target) }));
    return { attempt, rules: run.rules, targets: begun };
  });
}
