import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { hasUsers } from "#db/queries/has-users.ts";
import { sessions, throttles, users } from "#db/schema/index.ts";
import { ctxOf, makeUser, NOW, systemCtx } from "#db/testing/factories.ts";
import { lastActivity } from "#db/testing/last-activity.ts";
import { testDb } from "#db/testing/test-db.ts";
import { whenBlocked } from "#db/testing/when-blocked.ts";
import { hashPassword } from "#lib/auth/password.ts";
import { resolveSession } from "#lib/auth/resolve-session.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { VISITOR } from "#lib/auth/visitor.ts";
import { changePassword } from "./change-password.ts";
import { createOwner } from "./create-owner.ts";
import { signOut } from "./sign-out.ts";
import { signOutEverywhere } from "./sign-out-everywhere.ts";

const { db, sql } = await testDb();
const visitor = { db, actor: VISITOR, now: NOW };
const PASSWORD = "violet-anchor-92";
const NEW_PASSWORD = "amber-lantern-41";

async function person() {
  const user = await makeUser(db, { passwordHash: await hashPassword(PASSWORD) });
  const open = () => signIn({ ctx: visitor, input: { email: user.email, password: PASSWORD } });
  return { user, ctx: ctxOf(db, user), open };
}

beforeEach(async () => {
  await db.delete(throttles);
});

describe("createOwner", () => {
  const input = { name: "Robin", email: "Robin@Example.test", password: PASSWORD };

  it("makes exactly one account of many attempts at once, and none ever after", async () => {
    await db.delete(users);
    expect(await hasUsers(visitor)).toBe(false);
    const { attempts } = await sql.begin(async (blocker) => {
      await blocker`lock table users in share row exclusive mode`;
      const all = [1, 2, 3, 4].map((n) =>
        createOwner({ ctx: visitor, input: { ...input, email: `r${n}@example.test` } }),
      );
      const settled = Promise.allSettled(all);
      await whenBlocked(sql, 4);
      return { attempts: settled };
    });
    const answers = await attempts;
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    const everybody = await db.select().from(users);
    expect(everybody).toMatchObject([{ isOwner: true, name: "Robin" }]);
    expect(await lastActivity(db, null)).toMatchObject({ action: "user.created", objectId: everybody[0]?.id });
    expect(await hasUsers(visitor)).toBe(true);
    await expect(createOwner({ ctx: visitor, input })).rejects.toMatchObject({ code: "conflict" });
  });

  it("lets the owner sign in under any spelling of the address", async () => {
    await db.delete(users);
    const owner = await createOwner({ ctx: visitor, input });
    expect(owner).toMatchObject({ email: "robin@example.test" });
    const signedIn = await signIn({ ctx: visitor, input: { email: "ROBIN@example.TEST", password: PASSWORD } });
    expect(signedIn.userId).toBe(owner.id);
  });

  it.each([
    ["password", "password123"],
    ["password", "Robin-robin-1"],
    ["password", "short"],
    ["email", "robin"],
    ["name", "  "],
  ])("refuses %s %j by name of the field", async (field, value) => {
    await db.delete(users);
    await expect(createOwner({ ctx: visitor, input: { ...input, [field]: value } })).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { [field]: [expect.any(String)] },
    });
  });
});

describe("changePassword", () => {
  it("changes it, keeps this session and ends the others", async () => {
    const { user, ctx, open } = await person();
    const here = await open();
    const elsewhere = await open();
    const input = { current: PASSWORD, password: NEW_PASSWORD, session: here.sessionId };
    await changePassword({ ctx, input });
    expect(await resolveSession(db, here, NOW)).not.toBeNull();
    expect(await resolveSession(db, elsewhere, NOW)).toBeNull();
    expect(await lastActivity(db, null)).toMatchObject({
      action: "user.password_changed",
      objectId: user.id,
      details: {},
    });
    await expect(open()).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("needs the current password, and can be guessed at no faster than a sign-in", async () => {
    const { ctx } = await person();
    const guess = () => changePassword({ ctx, input: { current: "a guess", password: NEW_PASSWORD } });
    for (let n = 0; n < 5; n += 1) {
      await expect(guess()).rejects.toMatchObject({
        code: "invalid",
        fieldErrors: { current: [expect.any(String)] },
      });
    }
    await expect(guess()).rejects.toMatchObject({ code: "throttled" });
  });

  it("leaves no session open, and no other password set, that a race with it would have brought", async () => {
    const { user, ctx, open } = await person();
    const newHash = await hashPassword(NEW_PASSWORD);
    const { late } = await sql.begin(async (blocker) => {
      await blocker`update users set password_hash = ${newHash} where id = ${user.id}`;
      const input = { current: PASSWORD, password: "copper-meadow-17" };
      const both = Promise.allSettled([open(), changePassword({ ctx, input })]);
      await whenBlocked(sql, 2);
      return { late: both };
    });
    expect(await late).toMatchObject([
      { status: "rejected", reason: { code: "unauthenticated" } },
      { status: "rejected", reason: { code: "invalid" } },
    ]);
    expect(await db.select().from(sessions).where(eq(sessions.userId, user.id))).toEqual([]);
  });

  it("refuses a new password that is easy to guess", async () => {
    const { ctx, open } = await person();
    const input = { current: PASSWORD, password: "qwertyuiop" };
    await expect(changePassword({ ctx, input })).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { password: [expect.any(String)] },
    });
    await expect(open()).resolves.toBeDefined();
  });

  it("is nothing for visitors and jobs", async () => {
    const input = { current: PASSWORD, password: NEW_PASSWORD };
    for (const ctx of [visitor, systemCtx(db)]) {
      await expect(changePassword({ ctx, input })).rejects.toMatchObject({ code: "unauthenticated" });
    }
  });
});

describe("signOut", () => {
  it("ends the session, and is recorded once", async () => {
    const { ctx, open } = await person();
    const claims = await open();
    await signOut({ ctx, input: { session: claims.sessionId } });
    expect(await resolveSession(db, claims, NOW)).toBeNull();
    const first = await lastActivity(db, null);
    expect(first).toMatchObject({ action: "session.ended", objectId: claims.sessionId });
    await signOut({ ctx, input: { session: claims.sessionId } });
    expect(await lastActivity(db, null)).toEqual(first);
  });
});

describe("signOutEverywhere", () => {
  it("ends all sessions of the person and nobody else's", async () => {
    const one = await person();
    const other = await person();
    const mine = [await one.open(), await one.open()];
    const theirs = await other.open();
    await signOutEverywhere({ ctx: one.ctx });
    for (const claims of mine) expect(await resolveSession(db, claims, NOW)).toBeNull();
    expect(await resolveSession(db, theirs, NOW)).not.toBeNull();
    expect(await lastActivity(db, null)).toMatchObject({ action: "user.signed_out_everywhere", objectId: one.user.id });
    const rows = await db.select().from(sessions).where(eq(sessions.userId, one.user.id));
    expect(rows.every((row) => row.revokedAt !== null)).toBe(true);
    const again = await one.open();
    expect(await resolveSession(db, again, NOW), "a new sign-in works").not.toBeNull();
  });
});
