import { and, eq, isNull } from "drizzle-orm";
import { invitationGone, isOpenInvitation } from "#lib/auth/open-invitation.ts";
import type { Role } from "#lib/auth/permissions.ts";
import type { Ctx } from "#lib/ctx.ts";
import { invitations, projects, users } from "../schema/index.ts";
import { iso } from "./iso.ts";

export type OpenInvitationView = {
  projectName: string;
  email: string;
  role: Role;
  invitedBy: string | null;
  expiresAt: string;
  /** Whether the address signs in, or makes an account. */
  hasAccount: boolean;
};

/** What the holder of an invitation's link sees before accepting. @throws AppError gone */
export async function getInvitation({ db, now }: Ctx, token: string): Promise<OpenInvitationView> {
  const [invitation] = await db
    .select({
      projectName: projects.name,
      email: invitations.email,
      role: invitations.role,
      invitedBy: users.name,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .innerJoin(projects, eq(projects.id, invitations.projectId))
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(and(isOpenInvitation(token, now), isNull(projects.archivedAt)));
  if (!invitation) throw invitationGone();
  const [account] = await db.select({ id: users.id }).from(users).where(eq(users.email, invitation.email));
  return { ...invitation, expiresAt: iso(invitation.expiresAt), hasAccount: account !== undefined };
}
