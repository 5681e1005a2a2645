import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { savedViews } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { isUuid } from "#lib/ledger/is-uuid.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

const deleteViewInput = z.object({ project: z.string(), view: z.string() });

type Call = { ctx: Ctx; input: z.input<typeof deleteViewInput> };

export async function deleteView({ ctx, input }: Call): Promise<void> {
  const { project: slug, view } = parseInput(deleteViewInput, input);
  const { project } = await authorize(ctx, slug, "view.manage");
  if (!isUuid(view)) throw notFound();
  await ctx.db.transaction(async (tx) => {
    const [deleted] = await tx
      .delete(savedViews)
      .where(and(eq(savedViews.projectId, project.id), eq(savedViews.id, view)))
      .returning();
    if (!deleted) throw notFound();
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "view.deleted",
      objectType: "view",
      objectId: deleted.id,
      details: { name: deleted.name },
    });
  });
}
