import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { invitations } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

const revokeInvitationInput = z.object({ project: z.string(), invitation: z.uuid() });

type Call = { ctx: Ctx; input: z.input<typeof revokeInvitationInput> };

/** @throws AppError not_found, also for one that was accepted or revoked before */
export async function revokeInvitation({ ctx, input }: Call): Promise<void> {
  const { project: slug, invitation: invitationId } = parseInput(revokeInvitationInput, input);
  const { project } = await authorize(ctx, slug, "member.manage");
  await ctx.db.transaction(async (tx) => {
    const [revoked] = await tx
      .update(invitations)
      .set({ revokedAt: ctx.now })
      .where(
        and(
          eq(invitations.projectId, project.id),
          eq(invitations.id, invitationId),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      )
      .returning({ email: invitations.email });
    if (!revoked) throw notFound();
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "member.invitation_revoked",
      objectType: "invitation",
      objectId: invitationId,
      details: { email: revoked.email },
    });
  });
}
