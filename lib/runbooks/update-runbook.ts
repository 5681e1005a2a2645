import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { runbooks } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { lockRunbook, type Runbook, runbookRef } from "./load-runbook.ts";
import { refuseSecrets, steps, title, withIds } from "./schemas.ts";

export const updateRunbookInput = runbookRef.extend({
  title: title.optional(),
  steps: steps.optional(),
  /** The `updatedAt` that was read, so that nobody writes over what another has just changed. */
  basedOn: z.iso.datetime().optional(),
});

type Call = { ctx: Ctx; input: z.input<typeof updateRunbookInput> };

/** Changes the title, or all of the steps at once. A step that reads differently has been done by nobody yet. */
export async function updateRunbook({ ctx, input }: Call): Promise<Runbook> {
  const { project: slug, runbook: id, basedOn, ...given } = parseInput(updateRunbookInput, input);
  const { project } = await authorize(ctx, slug, "record.write");
  refuseSecrets("title", [given.title ?? ""]);
  refuseSecrets(
    "steps",
    (given.steps ?? []).map(({ text, command }) => `${text}\n${command}`),
  );
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const runbook = await lockRunbook(tx, project.id, id);
    if (basedOn !== undefined && Date.parse(basedOn) !== runbook.updatedAt.getTime()) {
      throw new AppError("conflict", "Somebody else has changed this runbook since you opened it. Load it again.");
    }
    const next = { title: given.title ?? runbook.title, steps: withIds(given.steps ?? runbook.steps, runbook.steps) };
    const stays = new Set(next.steps.map((step) => step.id));
    const isSame =
      next.title === runbook.title &&
      next.steps.length === runbook.steps.length &&
      next.steps.every((step, index) => step.id === runbook.steps[index]?.id);
    if (isSame) return runbook;
    const [updated] = await tx
      .update(runbooks)
      .set({ ...next, updatedAt: ctx.now })
      .where(and(eq(runbooks.projectId, project.id), eq(runbooks.id, runbook.id)))
      .returning();
    const before = new Set(runbook.steps.map((step) => step.id));
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "runbook.updated",
      objectType: "runbook",
      objectId: runbook.id,
      details: {
        title: next.title,
        ...(next.title !== runbook.title && { titleBefore: runbook.title }),
        steps: next.steps.length,
        added: next.steps.filter((step) => !before.has(step.id)).length,
        removed: runbook.steps.filter((step) => !stays.has(step.id)).length,
      },
    });
    await recordReadiness(tx, ctx, project.id);
    return updated ?? runbook;
  });
}
