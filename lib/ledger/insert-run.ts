import { eq, max } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { runs } from "#db/schema/index.ts";
import { ALGORITHM_VERSION } from "#lib/audits/registry.ts";
import type { Ctx } from "#lib/ctx.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { actorRef } from "./actor-ref.ts";

export type Run = typeof runs.$inferSelect;
type NewRun = Pick<Run, "projectId" | "reason" | "rules" | "targetIds"> & { riskId?: string | null };

/** Numbers, stores and enqueues a run. The caller holds the project's lock. */
export async function insertRun(tx: Db, ctx: Ctx, values: NewRun): Promise<Run> {
  const [last] = await tx
    .select({ number: max(runs.number) })
    .from(runs)
    .where(eq(runs.projectId, values.projectId));
  const [run] = await tx
    .insert(runs)
    .values({
      ...values,
      number: (last?.number ?? 0) + 1,
      state: "queued",
      algorithm: ALGORITHM_VERSION,
      startedBy: actorRef(ctx.actor),
      createdAt: ctx.now,
    })
    .returning();
  if (!run) throw new Error("The run was not stored.");
  await enqueue(tx, "audit-run", run.id, { projectId: run.projectId, runId: run.id });
  return run;
}
