import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { sessions, users } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { normaliseEmail } from "./email.ts";
import { hashPassword, isOutdated, verifyPassword } from "./password.ts";
import { sessionEnd } from "./session-lifetime.ts";
import { forgive, takeAttempt } from "./throttle.ts";

const USER_AGENT_LENGTH_MAX = 200;

const signInInput = z.object({
  email: z.string(),
  password: z.string(),
  /** Of the client; null when nobody knows. */
  address: z.string().nullable().default(null),
  userAgent: z.string().default(""),
});

export type SignedIn = { userId: string; sessionId: string; sessionVersion: number };

type Call = { ctx: Ctx; input: z.input<typeof signInInput> };

/**
 * Opens a session for the right password. Whether an account exists shows neither in the answer nor in the work done.
 * @throws AppError unauthenticated, or throttled
 */
export async function signIn({ ctx, input }: Call): Promise<SignedIn> {
  const { email: typed, password, address, userAgent } = parseInput(signInInput, input);
  const email = normaliseEmail(typed);
  const attempt = { account: email ?? typed.slice(0, 1024), address, now: ctx.now };
  await takeAttempt(ctx.db, attempt);

  const [user] = email === null ? [] : await ctx.db.select().from(users).where(eq(users.email, email));
  const isRight = await verifyPassword(user?.passwordHash ?? null, password);
  const newHash = user && isRight && isOutdated(user.passwordHash) ? await hashPassword(password) : null;
  const signedIn = await ctx.db.transaction(async (tx) => {
    if (!user || !isRight || !(await isStill(tx, user))) {
      await recordActivity(tx, ctx, {
        projectId: null,
        action: "session.refused",
        objectType: "user",
        objectId: user?.id ?? "unknown",
        details: { address },
      });
      return null;
    }
    await forgive(tx, attempt);
    if (newHash !== null) await tx.update(users).set({ passwordHash: newHash }).where(eq(users.id, user.id));
    const [session] = await tx
      .insert(sessions)
      .values({
        userId: user.id,
        userAgent: userAgent.slice(0, USER_AGENT_LENGTH_MAX),
        createdAt: ctx.now,
        expiresAt: sessionEnd(ctx.now, ctx.now),
      })
      .returning();
    if (!session) throw new Error("The session was not stored.");
    const actor = { type: "user", id: user.id, name: user.name, isOwner: user.isOwner } as const;
    await recordActivity(
      tx,
      { ...ctx, actor },
      {
        projectId: null,
        action: "session.started",
        objectType: "session",
        objectId: session.id,
        details: { address },
      },
    );
    return { userId: user.id, sessionId: session.id, sessionVersion: user.sessionVersion };
  });
  if (!signedIn) throw new AppError("unauthenticated", "The e-mail address or the password is not right.");
  return signedIn;
}

/** Whether the password that was right when it was looked at still is, held so until the transaction ends. */
async function isStill(tx: Db, { id, passwordHash }: typeof users.$inferSelect): Promise<boolean> {
  const same = and(eq(users.id, id), eq(users.passwordHash, passwordHash));
  const [user] = await tx.select({ id: users.id }).from(users).where(same).for("no key update");
  return user !== undefined;
}
