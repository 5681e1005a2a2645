import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { inParallel } from "./in-parallel.ts";

describe("inParallel", () => {
  it("answers in the items' order and never does more than it may at once", async () => {
    let running = 0;
    let most = 0;
    const done = await inParallel([5, 1, 4, 2, 3, 1, 2], 3, async (ms) => {
      running += 1;
      most = Math.max(most, running);
      await wait(ms);
      running -= 1;
      return ms * 10;
    });
    expect(done).toEqual([50, 10, 40, 20, 30, 10, 20]);
    expect(most).toBe(3);
  });

  it("throws the first fault, once nothing is under way any more, and begins nothing after it", async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const work = inParallel([0, 1, 2, 3, 4], 2, async (item, signal) => {
      begun.push(item);
      if (item === 1) throw new Error("first");
      await wait(1_000, undefined, { signal }).catch(() => {});
      ended.push(item);
      throw new Error("aborted");
    });
    await expect(work).rejects.toThrow("first");
    expect(begun).toEqual([0, 1]);
    expect(ended).toEqual([0]);
  });

  it("has nothing to do with an empty list", async () => {
    expect(await inParallel([], 3, async () => 1)).toEqual([]);
  });
});
