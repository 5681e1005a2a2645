import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { loadSprintState } from "#db/queries/sprint-state.ts";
import { sprints } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { sprintProgress } from "#lib/roadmap/sprint.ts";
import { lockOpenSprint, type Sprint, sprintRef } from "./load-sprint.ts";

type Call = { ctx: Ctx; input: z.input<typeof sprintRef> };

/** Ends the sprint for good, and keeps how the board stands. A pause that is open ends with it. */
export async function finishSprint({ ctx, input }: Call): Promise<Sprint> {
  const { project: slug } = parseInput(sprintRef, input);
  const { project } = await authorize(ctx, slug, "sprint.manage");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const sprint = await lockOpenSprint(tx, project.id);
    const outcome = await loadSprintState(tx, project.id, ctx.now);
    const finishedAt = ctx.now.toISOString();
    const pauses = sprint.pauses.map(({ from, to }) => ({ from, to: to ?? finishedAt }));
    const [finished] = await tx
      .update(sprints)
      .set({ outcome, pauses, finishedAt: ctx.now })
      .where(and(eq(sprints.projectId, project.id), eq(sprints.id, sprint.id)))
      .returning();
    if (!finished) throw new Error("The sprint has gone.");
    const clock = { startedAt: sprint.startedAt.toISOString(), hours: sprint.hours, pauses, finishedAt };
    const { delivered, slipped } = sprintProgress(clock, sprint.scope, outcome, ctx.now);
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "sprint.finished",
      objectType: "sprint",
      objectId: sprint.id,
      details: { number: sprint.number, delivered: delivered.length, slipped: slipped.length },
    });
    return finished;
  });
}
