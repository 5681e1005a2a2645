import { describe, expect, it } from "vitest";
import { deriveStageProgress } from "./stage-progress.ts";
import { CHECKS, STAGES } from "./stages.ts";
import type { DerivedById } from "./status.ts";
import { sampleChecks } from "./testing/samples.ts";

function accessStage(derived: DerivedById) {
  const stage = STAGES.find(({ id }) => id === "access");
  if (!stage) throw new Error("The roadmap has no access stage");
  return deriveStageProgress(stage, derived);
}

describe("deriveStageProgress", () => {
  it("counts what is done, failing, warned of and unproven among the checks that apply", () => {
    const derived = sampleChecks("verified", {
      "role-boundaries": "failing",
      "token-rejection": "warning",
      "session-lifecycle": "stale",
      "login-flow": "not_applicable",
    });
    expect(accessStage(derived)).toMatchObject({
      id: "access",
      done: 1,
      total: 4,
      failing: 1,
      warnings: 1,
      unproven: 1,
    });
  });

  it("has no next step when all is done", () => {
    expect(accessStage(sampleChecks("attested"))).toMatchObject({ done: 5, total: 5, next: null });
  });

  it("puts a fault first, then old evidence, then missing evidence, then a warning", () => {
    const step = (...open: Parameters<typeof sampleChecks>[1][]) =>
      accessStage(sampleChecks("verified", Object.assign({}, ...open))).next;
    const warning = { "role-boundaries": "warning" } as const;
    const unknown = { "token-rejection": "unknown" } as const;
    const stale = { "session-lifecycle": "stale" } as const;
    const failing = { "login-flow": "failing" } as const;
    expect(step(warning, unknown, stale, failing)).toMatchObject({
      checkId: "login-flow",
      text: "Fix: login-flow is failing",
    });
    expect(step(warning, unknown, stale)?.checkId).toBe("session-lifecycle");
    expect(step(warning, unknown)?.checkId).toBe("token-rejection");
    expect(step(warning)).toMatchObject({ checkId: "role-boundaries", title: CHECKS["role-boundaries"].title });
  });

  it("takes the heaviest of several", () => {
    expect(accessStage(sampleChecks("failing")).next?.checkId).toBe("role-boundaries");
  });
});
