import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { runbooks } from "#db/schema/index.ts";
import { notFound } from "#lib/errors.ts";
import { isUuid } from "#lib/ledger/is-uuid.ts";

export type Runbook = typeof runbooks.$inferSelect;

export const runbookRef = z.object({ project: z.string(), runbook: z.string() });

/** Locks and loads a runbook of the project that is not archived. @throws AppError not_found */
export async function lockRunbook(tx: Db, projectId: string, id: string): Promise<Runbook> {
  if (!isUuid(id)) throw notFound();
  const [runbook] = await tx
    .select()
    .from(runbooks)
    .where(and(eq(runbooks.projectId, projectId), eq(runbooks.id, id), isNull(runbooks.archivedAt)))
    .for("update");
  if (!runbook) throw notFound();
  return runbook;
}
