import { describe, expect, it } from "vitest";
import { VERDICTS } from "#lib/audits/types.ts";
import { countsInWords, duration, progressInWords, purpose, runHeadline, targetsInWords } from "./run-words.ts";

const NONE = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Parameters<typeof countsInWords>[0];
const targets = [{ id: "1", url: "https://ops.example.test/", environment: "production" as const }];

describe("a run in words", () => {
  it("says what it audits and how far it is", () => {
    expect(runHeadline({ state: "running", targets })).toBe("Auditing ops.example.test");
    expect(targetsInWords([{ url: "https://a.test/" }, { url: "https://b.test/" }])).toBe("a.test and 1 more host");
    expect(progressInWords({ counts: { ...NONE, pass: 12, fail: 2 }, rules: Array(24).fill("x"), targets })).toBe(
      "14 of 24 rules · 2 failing",
    );
  });

  it("counts what could not be looked at apart from what passes", () => {
    expect(countsInWords({ ...NONE, pass: 3, inconclusive: 1, error: 1, warn: 1 })).toBe(
      "1 warning, 2 could not be checked, 3 pass",
    );
  });

  it("names the risk that a verify run is for", () => {
    expect(purpose({ reason: "verify", risk: { number: 1, title: "No HSTS" } })).toBe("to verify “No HSTS”");
  });

  it.each([
    ["2026-01-01T00:00:00.000Z", "2026-01-01T00:00:01.200Z", "1.2 s"],
    ["2026-01-01T00:00:00.000Z", "2026-01-01T00:02:05.000Z", "2 min 5 s"],
  ])("from %s to %s is %s long", (from, to, expected) => {
    expect(duration(from, to)).toBe(expected);
  });
});
