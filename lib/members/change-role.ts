import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { memberships } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import { ROLES } from "#lib/auth/permissions.ts";
import type { Ctx } from "#lib/ctx.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { assertNotLastFounder, lockMember } from "./lock-member.ts";

export const changeRoleInput = z.object({ project: z.string(), user: z.uuid(), role: z.enum(ROLES) });

type Call = { ctx: Ctx; input: z.input<typeof changeRoleInput> };

/** Counts from the member's next request on. @throws AppError conflict for the last founder */
export async function changeRole({ ctx, input }: Call): Promise<void> {
  const { project: slug, user: userId, role } = parseInput(changeRoleInput, input);
  const { project } = await authorize(ctx, slug, "member.manage");
  await ctx.db.transaction(async (tx) => {
    const before = await lockMember(tx, { projectId: project.id, userId });
    if (before === role) return;
    if (before === "founder") await assertNotLastFounder(tx, project.id);
    await tx
      .update(memberships)
      .set({ role })
      .where(and(eq(memberships.projectId, project.id), eq(memberships.userId, userId)));
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "member.role_changed",
      objectType: "user",
      objectId: userId,
      details: { from: before, to: role },
    });
  });
}
