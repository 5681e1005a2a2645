import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { sprints } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { lockOpenSprint, sprintRef } from "./load-sprint.ts";

type Call = { ctx: Ctx; input: z.input<typeof sprintRef> };

/** Lets the clock go on from where it stood. */
export async function resumeSprint({ ctx, input }: Call): Promise<void> {
  const { project: slug } = parseInput(sprintRef, input);
  const { project } = await authorize(ctx, slug, "sprint.manage");
  await ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const sprint = await lockOpenSprint(tx, project.id);
    if (!sprint.pauses.some(({ to }) => to === null)) throw new AppError("conflict", "The sprint is not paused.");
    await tx
      .update(sprints)
      .set({ pauses: sprint.pauses.map(({ from, to }) => ({ from, to: to ?? ctx.now.toISOString() })) })
      .where(and(eq(sprints.projectId, project.id), eq(sprints.id, sprint.id)));
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "sprint.resumed",
      objectType: "sprint",
      objectId: sprint.id,
      details: { number: sprint.number },
    });
  });
}
