import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { memberships } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { assertNotLastFounder, lockMember } from "./lock-member.ts";

const removeMemberInput = z.object({ project: z.string(), user: z.uuid() });

type Call = { ctx: Ctx; input: z.input<typeof removeMemberInput> };

/** Closes the project to them from their next request on. @throws AppError conflict for the last founder */
export async function removeMember({ ctx, input }: Call): Promise<void> {
  const { project: slug, user: userId } = parseInput(removeMemberInput, input);
  const { project } = await authorize(ctx, slug, "member.remove");
  await ctx.db.transaction(async (tx) => {
    const role = await lockMember(tx, { projectId: project.id, userId });
    if (role === "founder") await assertNotLastFounder(tx, project.id);
    await tx.delete(memberships).where(and(eq(memberships.projectId, project.id), eq(memberships.userId, userId)));
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "member.removed",
      objectType: "user",
      objectId: userId,
      details: { role },
    });
  });
}
