import { describe, expect, it } from "vitest";
import type { AreaCell } from "#db/queries/domain-views.ts";
import type { Verdict } from "#lib/audits/types.ts";
import { changeOf, shortWord } from "./standing.ts";

const standing = (verdict: Verdict, open = verdict === "fail" || verdict === "warn" ? 1 : 0) => ({ verdict, open });
const cell = (now: Verdict | null, before: Verdict | null = null): AreaCell => ({
  now: now && standing(now),
  before: before && standing(before),
});

describe("changeOf", () => {
  it.each([
    ["pass", "fail", "better"],
    ["fail", "pass", "worse"],
    ["warn", "fail", "better"],
    ["inconclusive", "pass", null],
    ["not_run", "fail", null],
    ["pass", "error", null],
    ["pass", "not_applicable", null],
    ["pass", null, null],
    [null, "fail", null],
  ] as const)("%s after %s is %s", (now, before, change) => {
    expect(changeOf(cell(now, before))).toBe(change);
  });

  it("counts fewer open findings of the same verdict as better", () => {
    expect(changeOf({ now: standing("fail", 1), before: standing("fail", 3) })).toBe("better");
  });
});

it("says a cell in a word", () => {
  expect(
    [null, standing("pass"), standing("fail", 3), standing("warn", 1), standing("inconclusive")].map(shortWord),
  ).toEqual(["not seen", "fine", "3 to mend", "to mend", "unseen"]);
});
