import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getInvitation } from "#db/queries/get-invitation.ts";
import { invitations, memberships, projects, users } from "#db/schema/index.ts";
import { ctxOf, makeActor, makeMember, makeProject, makeUser, NOW } from "#db/testing/factories.ts";
import { lastActivity } from "#db/testing/last-activity.ts";
import { testDb } from "#db/testing/test-db.ts";
import type { Role } from "#lib/auth/permissions.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { VISITOR } from "#lib/auth/visitor.ts";
import { uuidv7 } from "#lib/uuid.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { inviteMember } from "./invite-member.ts";
import { revokeInvitation } from "./revoke-invitation.ts";

const { db } = await testDb();
const visitor = { db, actor: VISITOR, now: NOW };
const account = { name: "Kim", password: "violet-anchor-92" };
const DAY = 24 * 60 * 60 * 1000;

async function invited(email = `${uuidv7()}@example.test`, role: Role = "engineer") {
  const { project, ctx } = await makeProject(db);
  const invitation = await inviteMember({ ctx, input: { project: project.slug, email, role } });
  return { project, ctx, invitation, token: invitation.token, email };
}
const membersOf = (projectId: string) => db.select().from(memberships).where(eq(memberships.projectId, projectId));

it("an invitation to a project that is archived opens nothing and makes no account", async () => {
  const { project, token, email } = await invited();
  await db.update(projects).set({ archivedAt: NOW }).where(eq(projects.id, project.id));
  await expect(getInvitation(visitor, token)).rejects.toMatchObject({ code: "gone" });
  await expect(acceptInvitation({ ctx: visitor, input: { token, ...account } })).rejects.toMatchObject({
    code: "gone",
  });
  expect(await db.select().from(users).where(eq(users.email, email))).toEqual([]);
});

describe("inviteMember", () => {
  it("stores no token, only its hash, for seven days", async () => {
    const { project, invitation, email } = await invited();
    const [row] = await db.select().from(invitations).where(eq(invitations.id, invitation.id));
    expect(invitation.token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(row)).not.toContain(invitation.token);
    expect(row?.expiresAt).toEqual(new Date(NOW.getTime() + 7 * DAY));
    const activity = await lastActivity(db, project.id);
    expect(activity).toMatchObject({ action: "member.invited", details: { email, role: "engineer" } });
    expect(JSON.stringify(activity)).not.toContain(invitation.token);
  });

  it("ends an older invitation of the same address", async () => {
    const { project, ctx, email, token } = await invited();
    const newer = await inviteMember({ ctx, input: { project: project.slug, email, role: "client" } });
    await expect(acceptInvitation({ ctx: visitor, input: { token, ...account } })).rejects.toMatchObject({
      code: "gone",
    });
    await acceptInvitation({ ctx: visitor, input: { token: newer.token, ...account } });
  });

  it("does not invite a member, nor a thing that is no address", async () => {
    const { project, ctx, user } = await makeProject(db);
    const invite = (email: string) => inviteMember({ ctx, input: { project: project.slug, email, role: "client" } });
    await expect(invite(user.email)).rejects.toMatchObject({ code: "conflict" });
    await expect(invite("a@b.test, c@d.test")).rejects.toMatchObject({ code: "invalid" });
  });

  it("is for founders; strangers learn nothing", async () => {
    const { project } = await makeProject(db);
    const engineer = await makeMember(db, project, "engineer");
    const stranger = await makeActor(db);
    const input = { project: project.slug, email: "eve@example.test", role: "founder" as const };
    await expect(inviteMember({ ctx: engineer.ctx, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(inviteMember({ ctx: stranger.ctx, input })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("acceptInvitation", () => {
  it("makes an account of the invited address, in the invited role, whatever else is sent", async () => {
    const { project, token, email } = await invited();
    const greedy = { token, ...account, email: "eve@example.test", role: "founder", isOwner: true };
    const accepted = await acceptInvitation({ ctx: visitor, input: greedy });
    expect(accepted).toEqual({
      project: { slug: project.slug, name: project.name },
      user: { id: expect.any(String), email },
    });
    const [user] = await db.select().from(users).where(eq(users.id, accepted.user.id));
    expect(user).toMatchObject({ email, name: "Kim", isOwner: false });
    expect(await membersOf(project.id)).toContainEqual(expect.objectContaining({ userId: user?.id, role: "engineer" }));
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "member.joined", actor: { id: user?.id } });
    const signedIn = await signIn({ ctx: visitor, input: { email, password: account.password } });
    expect(signedIn.userId).toBe(user?.id);
  });

  it("joins the signed-in account of that address, and no other", async () => {
    const user = await makeUser(db);
    const other = await makeUser(db);
    const { project, token } = await invited(user.email);
    const accept = (ctx: ReturnType<typeof ctxOf>) => acceptInvitation({ ctx, input: { token } });
    await expect(accept(ctxOf(db, other))).rejects.toMatchObject({ code: "forbidden" });
    await accept(ctxOf(db, user));
    expect((await membersOf(project.id)).map((member) => member.userId)).toContain(user.id);
  });

  it("does not take over an account: a visitor with an account's address must sign in", async () => {
    const user = await makeUser(db);
    const { project, token } = await invited(user.email);
    await expect(acceptInvitation({ ctx: visitor, input: { token, ...account } })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await membersOf(project.id)).toHaveLength(1);
    await acceptInvitation({ ctx: ctxOf(db, user), input: { token } });
  });

  it("works once, also when accepted several times at once", async () => {
    const { project, token, email } = await invited();
    const answers = await Promise.allSettled(
      Array.from({ length: 5 }, () => acceptInvitation({ ctx: visitor, input: { token, ...account } })),
    );
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    const refused = answers.filter((answer) => answer.status === "rejected");
    for (const { reason } of refused) expect(reason).toMatchObject({ code: "gone" });
    expect(await membersOf(project.id)).toHaveLength(2);
    expect(await db.select().from(users).where(eq(users.email, email))).toHaveLength(1);
  });

  it("answers used, revoked, expired and invented links alike", async () => {
    const used = await invited();
    await acceptInvitation({ ctx: visitor, input: { token: used.token, ...account } });
    const revoked = await invited();
    const which = { project: revoked.project.slug, invitation: revoked.invitation.id };
    await revokeInvitation({ ctx: revoked.ctx, input: which });
    const expired = await invited();
    const late = { ...visitor, now: new Date(NOW.getTime() + 7 * DAY) };
    const dead = [
      [used.token, visitor],
      [revoked.token, visitor],
      [expired.token, late],
      ["x".repeat(43), visitor],
      ["", visitor],
    ] as const;
    const answers: unknown[] = [];
    for (const [token, ctx] of dead) {
      answers.push(await acceptInvitation({ ctx, input: { token, ...account } }).catch((error: Error) => error));
      answers.push(await getInvitation(ctx, token).catch((error: Error) => error));
    }
    expect(answers[0]).toMatchObject({ code: "gone" });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it("leaves the invitation open when the password is refused", async () => {
    const { token } = await invited();
    const weak = acceptInvitation({ ctx: visitor, input: { token, name: "Kim", password: "password123" } });
    await expect(weak).rejects.toMatchObject({ code: "invalid", fieldErrors: { password: [expect.any(String)] } });
    await expect(acceptInvitation({ ctx: visitor, input: { token } })).rejects.toMatchObject({ code: "invalid" });
    await acceptInvitation({ ctx: visitor, input: { token, ...account } });
  });
});

describe("revokeInvitation", () => {
  it("works once and within the project", async () => {
    const { project, ctx, invitation } = await invited();
    const other = await makeProject(db);
    const swapped = { project: other.project.slug, invitation: invitation.id };
    await expect(revokeInvitation({ ctx: other.ctx, input: swapped })).rejects.toMatchObject({ code: "not_found" });
    const input = { project: project.slug, invitation: invitation.id };
    await revokeInvitation({ ctx, input });
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "member.invitation_revoked" });
    await expect(revokeInvitation({ ctx, input })).rejects.toMatchObject({ code: "not_found" });
  });

  it("is for founders; strangers learn nothing", async () => {
    const { project, invitation } = await invited();
    const engineer = await makeMember(db, project, "engineer");
    const stranger = await makeActor(db);
    const input = { project: project.slug, invitation: invitation.id };
    await expect(revokeInvitation({ ctx: engineer.ctx, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(revokeInvitation({ ctx: stranger.ctx, input })).rejects.toMatchObject({ code: "not_found" });
    const [row] = await db
      .select()
      .from(invitations)
      .where(and(eq(invitations.id, invitation.id)));
    expect(row?.revokedAt).toBeNull();
  });
});

describe("getInvitation", () => {
  it("tells the holder of the link what it is for", async () => {
    const user = await makeUser(db);
    const known = await invited(user.email, "client");
    const unknown = await invited();
    expect(await getInvitation(visitor, known.token)).toMatchObject({
      projectName: "Ops Copilot",
      email: user.email,
      role: "client",
      invitedBy: "Robin Example",
      hasAccount: true,
    });
    expect(await getInvitation(visitor, unknown.token)).toMatchObject({ hasAccount: false });
  });
});
