import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { invitations, memberships, projects, users } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { hashOfNewAccount, insertUser, newAccountSchema } from "#lib/auth/new-account.ts";
import { invitationGone, isOpenInvitation } from "#lib/auth/open-invitation.ts";
import { isVisitor } from "#lib/auth/visitor.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

/** Name and password are for whoever has no account yet; its address is the invitation's. */
const acceptInvitationInput = newAccountSchema.partial().extend({ token: z.string().max(200) });

type User = typeof users.$inferSelect;
type Accepted = { project: { slug: string; name: string }; user: { id: string; email: string } };
type Call = { ctx: Ctx; input: z.input<typeof acceptInvitationInput> };

/**
 * Joins the project, once: with the signed-in account when its address is the invited one, else with a new account.
 * @throws AppError gone; forbidden for another person's account; conflict when the address has an account to sign in with
 */
export async function acceptInvitation({ ctx, input }: Call): Promise<Accepted> {
  const { token, ...account } = parseInput(acceptInvitationInput, input);
  const [invited] = await ctx.db
    .select({ email: invitations.email })
    .from(invitations)
    .where(isOpenInvitation(token, ctx.now));
  if (!invited) throw invitationGone();
  const { email } = invited;

  const isSignedIn = ctx.actor.type === "user" && !isVisitor(ctx.actor);
  const join = isSignedIn ? known(ctx, email) : await newcomer(ctx, email, account);
  return ctx.db.transaction(async (tx) => {
    const [invitation] = await tx
      .update(invitations)
      .set({ acceptedAt: ctx.now })
      .where(isOpenInvitation(token, ctx.now))
      .returning();
    if (!invitation) throw invitationGone();
    const { projectId, role } = invitation;
    const user = await join(tx);
    await tx
      .insert(memberships)
      .values({ projectId, userId: user.id, role, createdAt: ctx.now })
      .onConflictDoNothing({ target: [memberships.projectId, memberships.userId] });
    const [project] = await tx
      .select({ slug: projects.slug, name: projects.name })
      .from(projects)
      .where(and(eq(projects.id, projectId), isNull(projects.archivedAt)));
    if (!project) throw invitationGone();
    const actor = { type: "user", id: user.id, name: user.name, isOwner: user.isOwner } as const;
    await recordActivity(
      tx,
      { ...ctx, actor },
      {
        projectId,
        action: "member.joined",
        objectType: "user",
        objectId: user.id,
        details: { email, role },
      },
    );
    return { project, user: { id: user.id, email } };
  });
}

type Join = (tx: Db) => Promise<User>;

function known({ actor }: Ctx, email: string): Join {
  return async (tx) => {
    const [user] = actor.type === "user" ? await tx.select().from(users).where(eq(users.id, actor.id)) : [];
    if (user?.email === email) return user;
    throw new AppError("forbidden", "This invitation is for another address. Sign out, then open the link again.");
  };
}

/** Hashes before the transaction begins, so that no lock is held meanwhile. */
async function newcomer(
  ctx: Ctx,
  email: string,
  account: { name?: string | undefined; password?: string | undefined },
): Promise<Join> {
  const { name, password } = parseInput(newAccountSchema, account);
  const passwordHash = await hashOfNewAccount({ name, email, password });
  return async (tx) => {
    const user = await insertUser(tx, { name, email, passwordHash, createdAt: ctx.now });
    if (!user) throw new AppError("conflict", `${email} has an account already. Sign in, then open the link again.`);
    return user;
  };
}
