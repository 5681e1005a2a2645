import { beforeEach, describe, expect, it } from "vitest";
import { throttles } from "#db/schema/index.ts";
import { NOW } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import { forgive, takeAttempt } from "./throttle.ts";

const { db } = await testDb();

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const attempt = (values: { account?: string; address?: string; now?: Date } = {}) => ({
  account: "robin@example.test",
  address: "203.0.113.9",
  now: NOW,
  ...values,
});
const outcome = (work: Promise<void>) =>
  work.then(
    () => "taken" as const,
    (error: { code: string; retryAfterSeconds: number }) => error,
  );
const seconds = async (work: Promise<void>) => {
  const answer = await outcome(work);
  return answer === "taken" ? 0 : answer.retryAfterSeconds;
};

beforeEach(async () => {
  await db.delete(throttles);
});

describe("takeAttempt", () => {
  it("makes an account wait twice as long after each failure from the fifth on, up to 15 minutes, and never for good", async () => {
    let now = NOW;
    const waits: number[] = [];
    for (let n = 0; waits.length < 13; n += 1) {
      const wait = await seconds(takeAttempt(db, attempt({ now, address: `2001:db8:${n}::1` })));
      if (wait > 0) waits.push(wait);
      else if (waits.length === 0) expect(n, "failures before the first delay").toBeLessThan(5);
      now = new Date(now.getTime() + wait * 1000);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  });

  it("lets through exactly the free failures of a hundred attempts at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => outcome(takeAttempt(db, attempt({ address: `2001:db8:${n}::1` })))),
    );
    expect(answers.filter((answer) => answer === "taken")).toHaveLength(5);
  });

  it("lets one network try 20 times a minute over all accounts", async () => {
    const tryOne = (n: number, now = NOW) =>
      outcome(takeAttempt(db, attempt({ account: `account-${n}`, address: `203.0.113.${n}`, now })));
    const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => tryOne(n)));
    expect(answers.filter((answer) => answer === "taken")).toHaveLength(20);
    expect(await tryOne(31, later(59))).toMatchObject({ code: "throttled" });
    expect(await tryOne(32, later(60))).toBe("taken");
  });

  it("lets everybody together try 200 times a minute", async () => {
    const tryOne = (n: number) =>
      outcome(takeAttempt(db, attempt({ account: `account-${n}`, address: `2001:db8:${n}::1` })));
    const answers = await Promise.all(Array.from({ length: 210 }, (_, n) => tryOne(n)));
    expect(answers.filter((answer) => answer === "taken")).toHaveLength(200);
  });

  it("forgets failures after a day", async () => {
    for (let n = 0; n < 4; n += 1) await takeAttempt(db, attempt());
    await takeAttempt(db, attempt({ now: later(86_400) }));
    expect(await outcome(takeAttempt(db, attempt({ now: later(86_400) })))).toBe("taken");
  });
});

describe("forgive", () => {
  it("leaves the account, the network and the whole as if the good attempt had not been", async () => {
    for (let n = 0; n < 4; n += 1) await takeAttempt(db, attempt({ account: "somebody else" }));
    await takeAttempt(db, attempt());
    await forgive(db, attempt());
    const rows = await db.select({ key: throttles.key, count: throttles.count }).from(throttles);
    expect(rows.filter((row) => row.key.startsWith("account:"))).toHaveLength(1);
    expect(rows.filter((row) => !row.key.startsWith("account:")).map((row) => row.count)).toEqual([4, 4]);
  });

  it("clears away what is older than a day", async () => {
    await takeAttempt(db, attempt({ account: "long ago", address: "198.51.100.1" }));
    await forgive(db, attempt({ now: later(86_401) }));
    expect(await db.select().from(throttles)).toEqual([]);
  });
});
