import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { targets } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

const removeTargetInput = z.object({ project: z.string(), target: z.uuid() });

type Call = { ctx: Ctx; input: z.input<typeof removeTargetInput> };

/** The target's observations and results go with it; its risks stay. */
export async function removeTarget({ ctx, input }: Call): Promise<typeof targets.$inferSelect> {
  const { project: slug, target: targetId } = parseInput(removeTargetInput, input);
  const { project } = await authorize(ctx, slug, "target.manage");
  return ctx.db.transaction(async (tx) => {
    const [target] = await tx
      .delete(targets)
      .where(and(eq(targets.projectId, project.id), eq(targets.id, targetId)))
      .returning();
    if (!target) throw notFound();
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "target.removed",
      objectType: "target",
      objectId: target.id,
      details: { url: target.url },
    });
    return target;
  });
}
