import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { checkStates } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertMember } from "#lib/ledger/assert-member.ts";
import { changesOf } from "#lib/ledger/changes-of.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { CHECK_IDS } from "#lib/roadmap/ids.ts";

export const updateCheckInput = z.object({
  project: z.string(),
  checkId: z.enum(CHECK_IDS),
  ownerId: z.uuid().nullable().optional(),
  /** Set: the check leaves the sum, with this reason shown. `null`: it counts again. */
  notApplicableReason: z
    .string()
    .trim()
    .min(3, "Say why the check does not apply, in a sentence.")
    .max(2000)
    .nullable()
    .optional(),
});

export type CheckState = typeof checkStates.$inferSelect;

/** Says who looks after a check, or, which is the founder's to decide, that it does not apply here. */
export async function updateCheck({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof updateCheckInput>;
}): Promise<CheckState> {
  const { project: slug, checkId, ...fields } = parseInput(updateCheckInput, input);
  const permission = fields.notApplicableReason === undefined ? "check.update" : "check.exclude";
  const { project } = await authorize(ctx, slug, permission);
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    await assertMember(tx, project.id, fields.ownerId);
    const [stored] = await tx
      .select()
      .from(checkStates)
      .where(and(eq(checkStates.projectId, project.id), eq(checkStates.checkId, checkId)));
    const before = stored ?? {
      projectId: project.id,
      checkId,
      ownerId: null,
      notApplicableReason: null,
      updatedAt: ctx.now,
    };
    const changes = changesOf(before, fields);
    if (Object.keys(changes.values).length === 0) return before;
    const after = { ...before, ...changes.values, updatedAt: ctx.now };
    await tx
      .insert(checkStates)
      .values(after)
      .onConflictDoUpdate({ target: [checkStates.projectId, checkStates.checkId], set: after });
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "check.updated",
      objectType: "check",
      objectId: checkId,
      details: { changes: changes.log },
    });
    await recordReadiness(tx, ctx, project.id);
    return after;
  });
}
