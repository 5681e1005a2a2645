import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { oldUrls } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

const removeOldUrlsInput = z.object({
  project: z.string(),
  /** The old addresses to take off the list; all of them unless some are named. */
  from: z.array(z.string()).min(1).max(500).optional(),
});

type Call = { ctx: Ctx; input: z.input<typeof removeOldUrlsInput> };

/** Answers how many are gone; addresses that are not on the list are passed over. */
export async function removeOldUrls({ ctx, input }: Call): Promise<number> {
  const { project: slug, from } = parseInput(removeOldUrlsInput, input);
  const { project } = await authorize(ctx, slug, "target.manage");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const gone = await tx
      .delete(oldUrls)
      .where(and(eq(oldUrls.projectId, project.id), from && inArray(oldUrls.from, from)))
      .returning({ from: oldUrls.from });
    if (gone.length === 0) return 0;
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "old_urls.removed",
      objectType: "project",
      objectId: project.id,
      details: { removed: gone.length, ...(from && { from: gone.slice(0, 20).map((row) => row.from) }) },
    });
    return gone.length;
  });
}
