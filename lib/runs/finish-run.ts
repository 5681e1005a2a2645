import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { observations, results, runs, targets } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { type Observation, observationSchema } from "#lib/audits/observation.ts";
import type { Ctx } from "#lib/ctx.ts";
import { applyFindings } from "#lib/ledger/apply-findings.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";
import { canonical } from "#lib/ledger/canonical.ts";
import type { Judged } from "#lib/ledger/group-findings.ts";
import type { Run } from "#lib/ledger/insert-run.ts";
import { judgeObservation } from "#lib/ledger/judge-observation.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { notifyRun } from "#lib/ledger/notify-run.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { releaseRecheck } from "#lib/ledger/release-recheck.ts";
import { storeFoundHosts } from "#lib/ledger/store-found-hosts.ts";
import { storeResults } from "#lib/ledger/store-results.ts";
import { heldRunRef, isHeld, lockRun } from "./load-run.ts";

const finishRunInput = heldRunRef.extend({
  observations: z.array(z.object({ targetId: z.uuid(), observation: observationSchema })),
});

/**
 * Stores what a run saw and all that follows from it, in one transaction: results, register, readiness.
 * `false`: the run was not this worker's to finish any more, and nothing was written.
 */
export async function finishRun({ ctx, input }: { ctx: Ctx; input: z.input<typeof finishRunInput> }): Promise<boolean> {
  const { observations: seen, ...ref } = parseInput(finishRunInput, input);
  assertSystem(ctx);
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, ref.projectId);
    const run = await lockRun(tx, ref);
    if (!isHeld(run, ref.attempt)) return false;
    const judged = await storeEvidence(tx, run, seen);
    await applyFindings(tx, ctx, run, judged);
    await releaseRecheck(tx, ctx, run, "The verify run ended without an answer.");
    await tx
      .update(runs)
      .set({ state: "finished", finishedAt: ctx.now })
      .where(and(eq(runs.projectId, run.projectId), eq(runs.id, run.id)));
    await recordReadiness(tx, ctx, run.projectId, run.id);
    await recordActivity(tx, ctx, {
      projectId: run.projectId,
      action: "run.finished",
      objectType: "run",
      objectId: run.id,
      details: { number: run.number, results: judged.length },
    });
    await notifyRun(tx, run.id);
    return true;
  });
}

type Seen = { targetId: string; observation: Observation };

async function storeEvidence(tx: Db, run: Run, seen: readonly Seen[]): Promise<Judged[]> {
  const present = await tx
    .select({ id: targets.id })
    .from(targets)
    .where(eq(targets.projectId, run.projectId))
    .for("key share");
  const ids = new Set(present.map((target) => target.id));
  const kept = seen
    .filter(({ targetId }) => run.targetIds.includes(targetId) && ids.has(targetId))
    .map(({ targetId, observation }) => ({ targetId, observation: canonical(observation) }));
  if (kept.length > 0) {
    await tx
      .insert(observations)
      .values(kept.map((one) => ({ projectId: run.projectId, runId: run.id, ...one })))
      .onConflictDoUpdate({
        target: [observations.runId, observations.targetId],
        set: { observation: sql`excluded.observation` },
      });
  }
  await storeFoundHosts(
    tx,
    run.projectId,
    kept.map(({ observation }) => observation),
  );
  const judged = kept.flatMap(({ targetId, observation }) =>
    judgeObservation(run.id, targetId, observation, run.rules),
  );
  await tx.delete(results).where(and(eq(results.projectId, run.projectId), eq(results.runId, run.id)));
  await storeResults(tx, run.projectId, judged);
  return judged;
}
