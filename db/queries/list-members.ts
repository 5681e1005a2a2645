import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import { authorize } from "#lib/auth/authorize.ts";
import type { Role } from "#lib/auth/permissions.ts";
import type { Ctx } from "#lib/ctx.ts";
import { invitations, memberships, users } from "../schema/index.ts";
import { iso } from "./iso.ts";
import { person } from "./person.ts";
import type { PersonView } from "./views.ts";

export type MemberView = { id: string; name: string; email: string; role: Role; joinedAt: string };
export type InvitationView = {
  id: string;
  email: string;
  role: Role;
  invitedBy: PersonView | null;
  createdAt: string;
  expiresAt: string;
};

/** Who takes part, in the order they joined, and the invitations that can still be accepted. */
export async function listMembers(
  ctx: Ctx,
  slug: string,
): Promise<{ members: MemberView[]; invitations: InvitationView[] }> {
  const { project } = await authorize(ctx, slug, "member.read");
  const members = await ctx.db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      joinedAt: memberships.createdAt,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.projectId, project.id))
    .orderBy(asc(memberships.createdAt), asc(users.id));
  const open = await ctx.db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      inviterId: users.id,
      inviterName: users.name,
    })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(
      and(
        eq(invitations.projectId, project.id),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, ctx.now),
      ),
    )
    .orderBy(desc(invitations.createdAt), desc(invitations.id));
  return {
    members: members.map((member) => ({ ...member, joinedAt: iso(member.joinedAt) })),
    invitations: open.map(({ inviterId, inviterName, ...invitation }) => ({
      ...invitation,
      invitedBy: person(inviterId, inviterName),
      createdAt: iso(invitation.createdAt),
      expiresAt: iso(invitation.expiresAt),
    })),
  };
}
