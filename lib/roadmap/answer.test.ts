import { describe, expect, it } from "vitest";
import { answerLaunch } from "./answer.ts";
import { deriveGate, type GateWaiver } from "./gate.ts";
import type { DerivedById } from "./status.ts";
import { daysAgo, NOW, sampleChecks } from "./testing/samples.ts";

const BASIS = { lastFinishedAt: daysAgo(2), now: NOW };
const PAYROLL = { number: 7, title: "A viewer can read payroll", checkId: "role-boundaries" } as const;
const WAIVER: GateWaiver = {
  gateId: "safe-logging",
  reason: "The drill runs on Monday.",
  decider: "Mira",
  expiresAt: daysAgo(-3),
  withdrawnAt: null,
};

function answer(derived: DerivedById, blockers: readonly (typeof PAYROLL)[] = [], waivers: readonly GateWaiver[] = []) {
  return answerLaunch(deriveGate(derived, waivers, NOW), blockers, BASIS);
}

describe("can we launch?", () => {
  it("yes, when the whole gate holds and nothing blocks", () => {
    expect(answer(sampleChecks("verified"))).toEqual({
      ready: true,
      headline: "Ready to launch.",
      lede: "All nine minimum-bar items hold. The last audit finished two days ago.",
      obstacles: [],
    });
  });

  it("no, and a risk is not counted twice with the gate item that it explains", () => {
    const derived = sampleChecks("verified", {
      "role-boundaries": "failing",
      "log-masking": "stale",
      "dns-status": "failing",
    });
    const { ready, headline, lede, obstacles } = answer(derived, [PAYROLL]);
    expect(ready).toBe(false);
    expect(headline).toBe("Not ready to launch. Three things stand in the way.");
    expect(lede).toBe(
      "Six of the nine minimum-bar items hold. Two fail and one lacks recent evidence. One open risk blocks the launch. The last audit finished two days ago.",
    );
    expect(obstacles).toEqual([
      { kind: "risk", number: 7, title: "A viewer can read payroll" },
      { kind: "gate", gateId: "dns-correct", title: "DNS right for app and mail" },
      { kind: "gate", gateId: "safe-logging", title: "Logs are safe" },
    ]);
  });

  it("no, while one risk blocks although the whole gate holds", () => {
    const { ready, headline } = answer(sampleChecks("verified"), [PAYROLL]);
    expect(ready).toBe(false);
    expect(headline).toBe("Not ready to launch. One thing stands in the way.");
  });

  it("no, before the first audit", () => {
    const none = answerLaunch(deriveGate(sampleChecks("unknown"), [], NOW), [], { ...BASIS, lastFinishedAt: null });
    expect(none.headline).toBe("Not ready to launch. Nine things stand in the way.");
    expect(none.lede).toBe(
      "None of the nine minimum-bar items holds. Nine lack recent evidence. No audit has finished yet.",
    );
  });

  it("says the day and no age in what is kept", () => {
    const kept = answerLaunch(deriveGate(sampleChecks("verified"), [], NOW), [], { ...BASIS, now: null });
    expect(kept.lede).toMatch(/The last audit finished on \d{1,2} \w+ \d{4}\.$/);
  });

  it("no, when nothing applies at all", () => {
    expect(answer(sampleChecks("not_applicable"))).toMatchObject({ ready: false, obstacles: [] });
  });

  it("keeps a missing piece of evidence beside a risk on the same check", () => {
    const { obstacles } = answer(sampleChecks("verified", { "role-boundaries": "unknown" }), [PAYROLL]);
    expect(obstacles.map(({ kind }) => kind)).toEqual(["risk", "gate"]);
  });

  it("does not hide a waiver or a warning behind a yes", () => {
    const derived = sampleChecks("verified", { "log-masking": "unknown", "dns-status": "warning" });
    const { ready, headline, lede } = answer(derived, [], [WAIVER]);
    expect(ready).toBe(true);
    expect(headline).toBe("Ready to launch, with one item waived.");
    expect(lede).toContain("Of those one is waived and one holds with a warning.");
  });
});
