import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { risks, users } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import type { Ctx } from "#lib/ctx.ts";
import type { changesOf } from "#lib/ledger/changes-of.ts";
import type { Risk } from "./load-risk.ts";

type Changes = ReturnType<typeof changesOf<Risk, Partial<Risk>>>;

/** Writes what is different and says from what to what, with people by name: the history outlives their accounts. */
export async function changeRisk(
  tx: Db,
  ctx: Ctx,
  risk: Risk,
  { values, log }: Changes,
  why: string | undefined,
): Promise<Risk> {
  const [updated] = await tx
    .update(risks)
    .set({ ...values, updatedAt: ctx.now })
    .where(and(eq(risks.projectId, risk.projectId), eq(risks.id, risk.id)))
    .returning();
  const owner = log.ownerId && { owner: await namesOf(tx, log.ownerId) };
  await recordActivity(tx, ctx, {
    projectId: risk.projectId,
    action: "risk.updated",
    objectType: "risk",
    objectId: risk.id,
    details: { number: risk.number, changes: { ...log, ...owner }, ...(why !== undefined && { reason: why }) },
  });
  return updated ?? risk;
}

async function namesOf(tx: Db, { from, to }: { from: unknown; to: unknown }) {
  const ids = [from, to].filter((id) => typeof id === "string");
  const rows = await tx.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids));
  const nameOf = (id: unknown) => rows.find((row) => row.id === id)?.name ?? null;
  return { from: nameOf(from), to: nameOf(to) };
}
