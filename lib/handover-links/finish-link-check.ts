import { eq } from "drizzle-orm";
import { z } from "zod";
import { projects } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";

const finishLinkCheckInput = z.object({
  projectId: z.uuid(),
  links: z.int().positive(),
  broken: z.int().nonnegative(),
  /** Those that nothing could be learnt about. */
  unseen: z.int().nonnegative(),
});

/** All addresses have been followed: the board and the history take note. */
export async function finishLinkCheck({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof finishLinkCheckInput>;
}): Promise<void> {
  const { projectId, ...details } = parseInput(finishLinkCheckInput, input);
  assertSystem(ctx);
  await ctx.db.transaction(async (tx) => {
    await lockProject(tx, projectId);
    const [project] = await tx.select({ id: projects.id }).from(projects).where(eq(projects.id, projectId));
    if (!project) return;
    await recordActivity(tx, ctx, {
      projectId,
      action: "links.checked",
      objectType: "project",
      objectId: projectId,
      details,
    });
    await recordReadiness(tx, ctx, projectId);
  });
}
