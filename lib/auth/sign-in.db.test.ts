import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { sessions, throttles, users } from "#db/schema/index.ts";
import { makeUser, NOW } from "#db/testing/factories.ts";
import { lastActivity } from "#db/testing/last-activity.ts";
import { testDb } from "#db/testing/test-db.ts";
import { hashPassword, isOutdated, verifyPassword } from "./password.ts";
import { signIn } from "./sign-in.ts";
import { VISITOR } from "./visitor.ts";

const { db } = await testDb();
const ctx = { db, actor: VISITOR, now: NOW };
const PASSWORD = "violet-anchor-92";

const withPassword = async () => makeUser(db, { passwordHash: await hashPassword(PASSWORD) });

beforeEach(async () => {
  await db.delete(throttles);
});

describe("signIn", () => {
  it("opens a session of the right person", async () => {
    const user = await withPassword();
    const email = ` ${user.email.toUpperCase()} `;
    const signedIn = await signIn({ ctx, input: { email, password: PASSWORD, userAgent: "x".repeat(999) } });
    expect(signedIn).toMatchObject({ userId: user.id, sessionVersion: 1 });
    const [session] = await db.select().from(sessions).where(eq(sessions.id, signedIn.sessionId));
    expect(session).toMatchObject({ userId: user.id, revokedAt: null, userAgent: "x".repeat(200) });
    expect(await lastActivity(db, null)).toMatchObject({
      action: "session.started",
      objectId: signedIn.sessionId,
      actor: { id: user.id },
    });
  });

  it("gives a wrong password and an unknown, odd or empty address the very same answer", async () => {
    const user = await withPassword();
    const attempts = [
      { email: user.email, password: "wrong password" },
      { email: "nobody@example.test", password: "wrong password" },
      { email: '"a@b"@example.test', password: PASSWORD },
      { email: "", password: "" },
      { email: user.email, password: "x".repeat(100_000) },
    ];
    const answers = [];
    for (const input of attempts) {
      answers.push(await signIn({ ctx, input }).catch((error: Error) => error));
      expect(await lastActivity(db, null)).toMatchObject({ action: "session.refused" });
    }
    expect(answers[0]).toMatchObject({ code: "unauthenticated" });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it("throttles known and unknown addresses alike, the right password included, until the delay is over", async () => {
    const user = await withPassword();
    const outcomes = async (email: string) => {
      const codes: string[] = [];
      for (let n = 0; n < 6; n += 1) {
        const input = { email, password: n === 5 ? PASSWORD : "wrong password", address: `2001:db8:${n}::1` };
        await signIn({ ctx, input }).catch((error: { code: string }) => codes.push(error.code));
      }
      return codes;
    };
    const known = await outcomes(user.email);
    expect(known).toEqual([...Array(5).fill("unauthenticated"), "throttled"]);
    expect(await outcomes("nobody@example.test")).toEqual(known);
    const later = { ...ctx, now: new Date(NOW.getTime() + 1000) };
    await expect(signIn({ ctx: later, input: { email: user.email, password: PASSWORD } })).resolves.toBeDefined();
  });

  it("makes an old hash anew at today's cost", async () => {
    const old = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    const user = await makeUser(db, { passwordHash: old });
    await signIn({ ctx, input: { email: user.email, password: PASSWORD } });
    const [after] = await db.select().from(users).where(eq(users.id, user.id));
    expect(isOutdated(after?.passwordHash ?? "")).toBe(false);
    expect(await verifyPassword(after?.passwordHash ?? null, PASSWORD)).toBe(true);
  });
});
