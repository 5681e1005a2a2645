import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { rehearsals } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { isUuid } from "#lib/ledger/is-uuid.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { lockRunbook, runbookRef } from "./load-runbook.ts";

const removeRehearsalInput = runbookRef.extend({ rehearsal: z.string() });

type Call = { ctx: Ctx; input: z.input<typeof removeRehearsalInput> };

/** Takes back a run that was noted by mistake; the history still tells of it. */
export async function removeRehearsal({ ctx, input }: Call): Promise<void> {
  const { project: slug, runbook: id, rehearsal } = parseInput(removeRehearsalInput, input);
  const { project } = await authorize(ctx, slug, "record.write");
  if (!isUuid(rehearsal)) throw notFound();
  await ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const runbook = await lockRunbook(tx, project.id, id);
    const [removed] = await tx
      .delete(rehearsals)
      .where(
        and(eq(rehearsals.projectId, project.id), eq(rehearsals.runbookId, runbook.id), eq(rehearsals.id, rehearsal)),
      )
      .returning();
    if (!removed) throw notFound();
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "runbook.rehearsal_removed",
      objectType: "runbook",
      objectId: runbook.id,
      details: { rehearsal, title: runbook.title, person: removed.personName, doneAt: removed.doneAt.toISOString() },
    });
    await recordReadiness(tx, ctx, project.id);
  });
}
