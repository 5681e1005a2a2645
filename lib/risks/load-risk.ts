import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { risks } from "#db/schema/index.ts";
import { notFound } from "#lib/errors.ts";

export type Risk = typeof risks.$inferSelect;

/** Names a risk as people do. */
export const riskRef = z.object({ project: z.string(), number: z.int().positive() });

/** Locks and loads a risk of the project. @throws AppError not_found */
export async function lockRisk(tx: Db, projectId: string, number: number): Promise<Risk> {
  const [risk] = await tx
    .select()
    .from(risks)
    .where(and(eq(risks.projectId, projectId), eq(risks.number, number)))
    .for("update");
  if (!risk) throw notFound();
  return risk;
}

export function isUnresolved(risk: Risk): boolean {
  return risk.state === "open" || risk.state === "rechecking";
}
