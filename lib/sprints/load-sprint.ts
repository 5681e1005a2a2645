import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { sprints } from "#db/schema/index.ts";
import { AppError } from "#lib/errors.ts";

export type Sprint = typeof sprints.$inferSelect;

/** A project has one sprint at a time, so that naming the project names it. */
export const sprintRef = z.object({ project: z.string() });

/** Locks and loads the sprint under way. @throws AppError conflict when there is none */
export async function lockOpenSprint(tx: Db, projectId: string): Promise<Sprint> {
  const [sprint] = await tx
    .select()
    .from(sprints)
    .where(and(eq(sprints.projectId, projectId), isNull(sprints.finishedAt)))
    .for("update");
  if (!sprint) throw new AppError("conflict", "No sprint is under way.");
  return sprint;
}
