import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { risks } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import type { Ctx } from "#lib/ctx.ts";
import type { Run } from "./insert-run.ts";

/** Opens the risk of a verify run that ended without looking, so that none stays "rechecking" for ever. */
export async function releaseRecheck(tx: Db, ctx: Ctx, run: Run, why: string): Promise<void> {
  if (run.reason !== "verify" || run.riskId === null) return;
  const [risk] = await tx
    .update(risks)
    .set({ state: "open", updatedAt: ctx.now })
    .where(and(eq(risks.projectId, run.projectId), eq(risks.id, run.riskId), eq(risks.state, "rechecking")))
    .returning({ id: risks.id, number: risks.number });
  if (!risk) return;
  await recordActivity(tx, ctx, {
    projectId: run.projectId,
    action: "risk.recheck_inconclusive",
    objectType: "risk",
    objectId: risk.id,
    details: { number: risk.number, run: run.number, summary: why },
  });
}
