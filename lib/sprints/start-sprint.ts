import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { loadSprintState } from "#db/queries/sprint-state.ts";
import { sprints } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { SPRINT_HOURS } from "#lib/roadmap/sprint-plan.ts";
import { type Sprint, sprintRef } from "./load-sprint.ts";

export const startSprintInput = sprintRef.extend({
  goal: z.string().trim().min(3, "Say in a sentence what shall be true at the end.").max(300),
  hours: z
    .int("Give whole hours.")
    .min(1, "At least one hour.")
    .max(336, "At most two weeks, which are 336 hours.")
    .default(SPRINT_HOURS),
});

type Call = { ctx: Ctx; input: z.input<typeof startSprintInput> };

/** Starts the clock, and keeps how the board stands. @throws AppError conflict while another is under way */
export async function startSprint({ ctx, input }: Call): Promise<Sprint> {
  const { project: slug, goal, hours } = parseInput(startSprintInput, input);
  const { project } = await authorize(ctx, slug, "sprint.manage");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const [last] = await tx
      .select({ number: sprints.number, finishedAt: sprints.finishedAt })
      .from(sprints)
      .where(eq(sprints.projectId, project.id))
      .orderBy(desc(sprints.number))
      .limit(1);
    if (last && last.finishedAt === null) throw new AppError("conflict", `Sprint ${last.number} is still under way.`);
    const [sprint] = await tx
      .insert(sprints)
      .values({
        projectId: project.id,
        number: (last?.number ?? 0) + 1,
        goal,
        hours,
        scope: await loadSprintState(tx, project.id, ctx.now),
        startedBy: ctx.actor.type === "user" ? ctx.actor.id : null,
        startedAt: ctx.now,
      })
      .returning();
    if (!sprint) throw new Error("The sprint was not stored.");
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "sprint.started",
      objectType: "sprint",
      objectId: sprint.id,
      details: { number: sprint.number, goal, hours },
    });
    return sprint;
  });
}
