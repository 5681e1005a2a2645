import { z } from "zod";
import type { Ctx } from "#lib/ctx.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";
import { endRun } from "#lib/ledger/end-run.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { isHeld, isUnderWay, lockRun, runRef } from "./load-run.ts";

const failRunInput = runRef.extend({
  /** Only if this attempt still holds it; without, whoever holds it. */
  attempt: z.int().positive().optional(),
  /** One sentence for people. */
  error: z.string().min(1).max(500),
});

/** Ends a run that cannot be finished: as cancelled if somebody asked for that, else as failed. */
export async function failRun({ ctx, input }: { ctx: Ctx; input: z.input<typeof failRunInput> }): Promise<boolean> {
  const { attempt, error, ...ref } = parseInput(failRunInput, input);
  assertSystem(ctx);
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, ref.projectId);
    const run = await lockRun(tx, ref);
    if (attempt === undefined ? !isUnderWay(run) : !isHeld(run, attempt)) return false;
    await endRun(
      tx,
      ctx,
      run,
      run.cancelRequestedAt ? { state: "cancelled", error: null } : { state: "failed", error },
    );
    return true;
  });
}
