import { eq, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { throttles } from "#db/schema/index.ts";
import { AppError } from "#lib/errors.ts";
import { addressBlock } from "./client-address.ts";
import { hashToken } from "./secret-token.ts";

const FREE_FAILURES = 5;
const DELAY_SECONDS_MAX = 900;
const WINDOW_SECONDS = 60;
const PER_ADDRESS_MAX = 20;
const GLOBAL_MAX = 200;
/** Failures are forgotten after a day without another. */
const MEMORY_MS = 24 * 60 * 60 * 1000;

type Attempt = { account: string; address: string | null; now: Date };

/**
 * Counts an attempt at a password as failed before it is looked at, so that a thousand at once gain nothing;
 * forgive() takes it back. From the fifth failure on an account waits 1 s, 2 s, 4 s … 15 min, and is never locked.
 * Known and unknown accounts are treated alike.
 * @throws AppError throttled
 */
export async function takeAttempt(db: Db, { account, address, now }: Attempt): Promise<void> {
  await takeOfWindow(db, `ip:${addressBlock(address)}`, PER_ADDRESS_MAX, now);
  await takeOfAccount(db, accountKey(account), now);
  await takeOfWindow(db, "global", GLOBAL_MAX, now);
}

/** After a good password: the attempt does not count, and the account starts afresh. */
export async function forgive(db: Db, { account, address, now }: Attempt): Promise<void> {
  await db.delete(throttles).where(eq(throttles.key, accountKey(account)));
  await db.delete(throttles).where(lt(throttles.windowStartedAt, new Date(now.getTime() - MEMORY_MS)));
  for (const key of [`ip:${addressBlock(address)}`, "global"]) {
    await db
      .update(throttles)
      .set({ count: sql`greatest(${throttles.count} - 1, 0)` })
      .where(eq(throttles.key, key));
  }
}

/** Hashed, since people type all sorts of things into that field. */
function accountKey(account: string): string {
  return `account:${hashToken(account)}`;
}

/** Refuses when the window is used up already, and counts nothing. @throws AppError throttled */
export async function assertWindow(db: Db, key: string, max: number, now: Date): Promise<void> {
  const [row] = await db.select().from(throttles).where(eq(throttles.key, key));
  const seconds = row && row.count >= max ? secondsLeft(row.windowStartedAt, now, WINDOW_SECONDS) : 0;
  if (seconds > 0) refuse(seconds);
}

function secondsLeft(windowStartedAt: Date, now: Date, windowSeconds: number): number {
  return (windowStartedAt.getTime() - now.getTime()) / 1000 + windowSeconds;
}

/** Counts one more in the window (a minute, unless told otherwise) that the key is in. @throws AppError throttled */
export async function takeOfWindow(
  db: Db,
  key: string,
  max: number,
  now: Date,
  windowSeconds = WINDOW_SECONDS,
): Promise<void> {
  const isOver = sql`${throttles.windowStartedAt} <= excluded.window_started_at - make_interval(secs => ${windowSeconds})`;
  const [row] = await db
    .insert(throttles)
    .values({ key, count: 1, windowStartedAt: now })
    .onConflictDoUpdate({
      target: throttles.key,
      set: {
        count: sql`case when ${isOver} then 1 else ${throttles.count} + 1 end`,
        windowStartedAt: sql`case when ${isOver} then excluded.window_started_at else ${throttles.windowStartedAt} end`,
      },
    })
    .returning();
  if (row && row.count > max) {
    refuse(secondsLeft(row.windowStartedAt, now, windowSeconds));
  }
}

async function takeOfAccount(db: Db, key: string, now: Date): Promise<void> {
  const isForgotten = sql`${throttles.windowStartedAt} <= excluded.window_started_at - make_interval(secs => ${MEMORY_MS / 1000})`;
  const failures = sql`(case when ${isForgotten} then 1 else ${throttles.count} + 1 end)`;
  const delay = sql`make_interval(secs => least(${DELAY_SECONDS_MAX}, power(2, least(${failures} - ${FREE_FAILURES}, 20))))`;
  const [taken] = await db
    .insert(throttles)
    .values({ key, count: 1, windowStartedAt: now })
    .onConflictDoUpdate({
      target: throttles.key,
      set: {
        count: failures,
        windowStartedAt: sql`excluded.window_started_at`,
        blockedUntil: sql`case when ${failures} >= ${FREE_FAILURES} then excluded.window_started_at + ${delay} end`,
      },
      setWhere: sql`${throttles.blockedUntil} is null or ${throttles.blockedUntil} <= excluded.window_started_at`,
    })
    .returning({ key: throttles.key });
  if (taken) return;
  const [blocked] = await db.select().from(throttles).where(eq(throttles.key, key));
  refuse(((blocked?.blockedUntil?.getTime() ?? now.getTime()) - now.getTime()) / 1000);
}

function refuse(seconds: number): never {
  throw new AppError("throttled", "Too many attempts. Wait a little, then try again.", {
    retryAfterSeconds: Math.max(1, Math.ceil(seconds)),
  });
}
