import { describe, expect, it } from "vitest";
import { nextStep, type Statement, statementOf } from "./next-step.ts";

describe("statementOf", () => {
  it.each([
    [["pass"], "clean"],
    [["not_applicable"], "silent"],
    [["fail"], "seen"],
    [["warn"], "seen"],
    [["inconclusive"], "silent"],
    [["error"], "silent"],
    [["not_run"], "silent"],
    [[], "silent"],
    [["pass", "fail"], "seen"],
    [["pass", "inconclusive"], "silent"],
    [["inconclusive", "warn"], "seen"],
  ] as const)("reads %j as %s", (verdicts, statement) => {
    expect(statementOf(verdicts)).toBe(statement);
  });
});

const sight = (statement: Statement, isOwnRecheck = false, wasSeen = statement === "seen") => ({
  statement,
  isOwnRecheck,
  wasSeen,
});

describe("nextStep", () => {
  it("never opens and never verifies on what could not be looked at", () => {
    for (const state of ["absent", "open", "verified", "closed"] as const) {
      expect(nextStep(state, sight("silent", true))).toBe("keep");
    }
    expect(nextStep("rechecking", sight("silent", true))).toBe("recheck_silent");
  });

  it("opens a finding once, and again only after it was gone", () => {
    expect(nextStep("absent", sight("seen"))).toBe("create");
    expect(nextStep("open", sight("seen"))).toBe("keep");
    expect(nextStep("verified", sight("seen"))).toBe("reopen");
    expect(nextStep("closed", sight("seen"))).toBe("reopen");
  });

  it("leaves a risk that is being rechecked to its own verify run", () => {
    expect(nextStep("rechecking", sight("clean"))).toBe("keep");
    expect(nextStep("rechecking", sight("seen"))).toBe("keep");
    expect(nextStep("rechecking", sight("clean", true))).toBe("verify");
    expect(nextStep("rechecking", sight("seen", true))).toBe("recheck_failed");
  });

  it("registers as verified what an older run saw and a newer one no longer did", () => {
    expect(nextStep("absent", sight("clean", false, true))).toBe("create_verified");
    expect(nextStep("verified", sight("clean", false, true))).toBe("keep");
  });
});
