import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { runs } from "#db/schema/index.ts";
import { notFound } from "#lib/errors.ts";
import type { Run } from "#lib/ledger/insert-run.ts";

/** Names a run as its job does. */
export const runRef = z.object({ projectId: z.uuid(), runId: z.uuid() });
/** A run as one worker holds it: writes of an attempt that another one has overtaken change nothing. */
export const heldRunRef = runRef.extend({ attempt: z.int().positive() });

/** Locks and loads a run. @throws AppError not_found */
export async function lockRun(tx: Db, { projectId, runId }: z.infer<typeof runRef>): Promise<Run> {
  const [run] = await tx
    .select()
    .from(runs)
    .where(and(eq(runs.projectId, projectId), eq(runs.id, runId)))
    .for("update");
  if (!run) throw notFound();
  return run;
}

export function isUnderWay(run: Run): boolean {
  return run.state === "queued" || run.state === "running";
}

export function isHeld(run: Run, attempt: number): boolean {
  return run.state === "running" && run.attempt === attempt;
}
