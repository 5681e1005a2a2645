import { and, asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { risks } from "#db/schema/index.ts";
import { AppError, notFound } from "#lib/errors.ts";

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

/** As `lockRisk`, for what can only be said of a risk that is not settled. @throws AppError conflict */
export async function lockUnresolved(tx: Db, projectId: string, number: number): Promise<Risk> {
  const risk = await lockRisk(tx, projectId, number);
  if (!isUnresolved(risk)) throw new AppError("conflict", `Risk ${number} is settled already.`);
  return risk;
}

const MANY_MAX = 100;

/** Names several risks of a project, each once. */
export const riskRefs = z.object({
  project: z.string(),
  numbers: z
    .array(z.int().positive())
    .min(1, "Choose at least one risk.")
    .max(MANY_MAX, `At most ${MANY_MAX} risks at once.`)
    .refine((numbers) => new Set(numbers).size === numbers.length, "Name each risk once."),
});

/** Locks those of the named risks that the project has, by number. */
export async function lockRisks(tx: Db, projectId: string, numbers: number[]): Promise<Map<number, Risk>> {
  const rows = await tx
    .select()
    .from(risks)
    .where(and(eq(risks.projectId, projectId), inArray(risks.number, numbers)))
    .orderBy(asc(risks.number))
    .for("update");
  return new Map(rows.map((risk) => [risk.number, risk]));
}

export function isUnresolved(risk: Risk): boolean {
  return risk.state === "open" || risk.state === "rechecking";
}
