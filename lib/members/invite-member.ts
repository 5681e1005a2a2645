import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { invitations, memberships, users } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import { emailSchema } from "#lib/auth/email.ts";
import { ROLES } from "#lib/auth/permissions.ts";
import { hashToken, newSecret } from "#lib/auth/secret-token.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

const LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

export const inviteMemberInput = z.object({ project: z.string(), email: emailSchema, role: z.enum(ROLES) });

type Invitation = {
  id: string;
  email: string;
  role: (typeof ROLES)[number];
  expiresAt: Date;
  /** For the link; shown once, never again. */
  token: string;
};
type Call = { ctx: Ctx; input: z.input<typeof inviteMemberInput> };

/** A newer invitation of the same address ends the older one. @throws AppError conflict when they are a member */
export async function inviteMember({ ctx, input }: Call): Promise<Invitation> {
  const { project: slug, email, role } = parseInput(inviteMemberInput, input);
  const { project } = await authorize(ctx, slug, "member.manage");
  const token = newSecret();
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const [member] = await tx
      .select({ id: users.id })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(and(eq(memberships.projectId, project.id), eq(users.email, email)));
    if (member) throw new AppError("conflict", `${email} is a member of this project already.`);
    const isOpen = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));
    await tx
      .update(invitations)
      .set({ revokedAt: ctx.now })
      .where(and(eq(invitations.projectId, project.id), eq(invitations.email, email), isOpen));
    const [invitation] = await tx
      .insert(invitations)
      .values({
        projectId: project.id,
        email,
        role,
        tokenHash: hashToken(token),
        invitedBy: ctx.actor.type === "user" ? ctx.actor.id : null,
        createdAt: ctx.now,
        expiresAt: new Date(ctx.now.getTime() + LIFETIME_MS),
      })
      .returning();
    if (!invitation) throw new Error("The invitation was not stored.");
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "member.invited",
      objectType: "invitation",
      objectId: invitation.id,
      details: { email, role },
    });
    return { id: invitation.id, email, role, expiresAt: invitation.expiresAt, token };
  });
}
