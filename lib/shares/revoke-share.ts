import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { shares } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { isUuid } from "#lib/ledger/is-uuid.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

export const revokeShareInput = z.object({ project: z.string(), share: z.string() });

/** Makes a link dead at once. Revoking twice is revoking once. */
export async function revokeShare({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof revokeShareInput>;
}): Promise<{ id: string }> {
  const { project: slug, share: id } = parseInput(revokeShareInput, input);
  const { project } = await authorize(ctx, slug, "share.manage");
  if (!isUuid(id)) throw notFound();
  return ctx.db.transaction(async (tx) => {
    const mine = and(eq(shares.projectId, project.id), eq(shares.id, id));
    const [share] = await tx.select().from(shares).where(mine).for("update");
    if (!share) throw notFound();
    if (share.revokedAt) return { id };
    await tx.update(shares).set({ revokedAt: ctx.now }).where(mine);
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "share.revoked",
      objectType: "share",
      objectId: id,
      details: { label: share.label },
    });
    return { id };
  });
}
