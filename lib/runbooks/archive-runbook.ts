import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { runbooks } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { lockRunbook, runbookRef } from "./load-runbook.ts";

type Call = { ctx: Ctx; input: z.input<typeof runbookRef> };

/** Takes a runbook out of use. Its rows stay, for the history that names them. */
export async function archiveRunbook({ ctx, input }: Call): Promise<void> {
  const { project: slug, runbook: id } = parseInput(runbookRef, input);
  const { project } = await authorize(ctx, slug, "record.write");
  await ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const runbook = await lockRunbook(tx, project.id, id);
    await tx
      .update(runbooks)
      .set({ archivedAt: ctx.now, updatedAt: ctx.now })
      .where(and(eq(runbooks.projectId, project.id), eq(runbooks.id, runbook.id)));
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "runbook.archived",
      objectType: "runbook",
      objectId: runbook.id,
      details: { title: runbook.title },
    });
    await recordReadiness(tx, ctx, project.id);
  });
}
