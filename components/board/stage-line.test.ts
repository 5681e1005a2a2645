import { describe, expect, it } from "vitest";
import { stageLine } from "./stage-line.ts";

const stage = { done: 2, total: 5, failing: 0, warnings: 0, unproven: 0, checks: [] };
const words = (given: Partial<typeof stage>) =>
  stageLine({ ...stage, ...given })
    .map(({ text }) => text)
    .join(" · ");

describe("stageLine", () => {
  it("names the most urgent thing only", () => {
    expect(words({ failing: 2, warnings: 1, unproven: 1 })).toBe("2 of 5 · 2 failing");
    expect(words({ warnings: 1, unproven: 2 })).toBe("2 of 5 · 1 warning");
    expect(words({ unproven: 3 })).toBe("2 of 5 · 3 unproven");
  });

  it("marks failing as bad, and nothing else", () => {
    expect(stageLine({ ...stage, failing: 1 }).map(({ isBad }) => isBad)).toEqual([false, true]);
    expect(stageLine({ ...stage, unproven: 1 }).some(({ isBad }) => isBad)).toBe(false);
  });

  it("says so when all is done", () => {
    expect(words({ done: 5 })).toBe("5 of 5 · all done");
  });
});
