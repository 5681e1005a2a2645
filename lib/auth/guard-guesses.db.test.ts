import { beforeEach, describe, expect, it } from "vitest";
import { throttles } from "#db/schema/index.ts";
import { NOW } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { guardGuesses } from "./guard-guesses.ts";

const { db } = await testDb();

const from = (address: string, seconds = 0) => ({ db, address, now: new Date(NOW.getTime() + seconds * 1000) });
const ask = (where: ReturnType<typeof from>, open: () => Promise<string>) =>
  guardGuesses(where, open).catch((error: AppError) => error.code);
const hit = () => Promise.resolve("opened");
const miss = () => Promise.reject(notFound());

beforeEach(async () => {
  await db.delete(throttles);
});

describe("guardGuesses", () => {
  it("lets a network miss 60 times a minute, and then sees to it that a hit tells nothing either", async () => {
    for (let n = 0; n < 60; n += 1) expect(await ask(from(`203.0.113.${n}`), miss)).toBe("not_found");
    expect(await ask(from("203.0.113.200"), miss)).toBe("throttled");
    expect(await ask(from("203.0.113.200"), hit)).toBe("throttled");
    expect(await ask(from("198.51.100.1"), hit)).toBe("opened");
    expect(await ask(from("203.0.113.200", 60), hit)).toBe("opened");
    expect(await ask(from("203.0.113.200", 60), miss)).toBe("not_found");
  });

  it("counts neither hits nor what went wrong on our side", async () => {
    const broken = () => Promise.reject(new AppError("unavailable", "Not now."));
    for (let n = 0; n < 70; n += 1) await ask(from("203.0.113.9"), n % 2 ? hit : broken);
    expect(await ask(from("203.0.113.9"), hit)).toBe("opened");
  });
});
