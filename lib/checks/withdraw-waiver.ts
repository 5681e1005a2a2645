import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { waivers } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { isUuid } from "#lib/ledger/is-uuid.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import type { Waiver } from "./waive-gate.ts";

export const withdrawWaiverInput = z.object({ project: z.string(), waiver: z.string() });

/** The gate item stands on its evidence again. Withdrawing twice is withdrawing once. */
export async function withdrawWaiver({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof withdrawWaiverInput>;
}): Promise<Waiver> {
  const { project: slug, waiver: id } = parseInput(withdrawWaiverInput, input);
  const { project } = await authorize(ctx, slug, "waiver.write");
  if (!isUuid(id)) throw notFound();
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const mine = and(eq(waivers.projectId, project.id), eq(waivers.id, id));
    const [waiver] = await tx.select().from(waivers).where(mine).for("update");
    if (!waiver) throw notFound();
    if (waiver.withdrawnAt) return waiver;
    const [withdrawn] = await tx.update(waivers).set({ withdrawnAt: ctx.now }).where(mine).returning();
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "gate.waiver_withdrawn",
      objectType: "gate",
      objectId: waiver.gateId,
      details: { waiver: id },
    });
    await recordReadiness(tx, ctx, project.id);
    return withdrawn ?? waiver;
  });
}
