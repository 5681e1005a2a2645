import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveGate, type GateWaiver } from "./gate.ts";
import { GATE_ITEMS } from "./gate-items.ts";
import { CHECK_IDS, GATE_IDS, type GateId } from "./ids.ts";
import { CHECK_STATUSES, type DerivedById } from "./status.ts";
import { daysAgo, NOW, sampleCheck, sampleChecks } from "./testing/samples.ts";

const WAIVER: GateWaiver = {
  gateId: "safe-logging",
  reason: "The drill runs on Monday.",
  decider: "Mira",
  expiresAt: daysAgo(-3),
  withdrawnAt: null,
};

function item(id: GateId, derived: DerivedById, waivers: readonly GateWaiver[] = []) {
  const found = deriveGate(derived, waivers, NOW).items.find((one) => one.id === id);
  if (!found) throw new Error(`The gate has no item ${id}`);
  return found;
}

describe("deriveGate", () => {
  it("holds all nine when all is verified, and none when nothing is known", () => {
    expect(deriveGate(sampleChecks("verified"), [], NOW)).toMatchObject({ held: 9, total: 9 });
    expect(deriveGate(sampleChecks("unknown"), [], NOW)).toMatchObject({ held: 0, total: 9 });
  });

  it.each([
    ["attested", "holds", true],
    ["overridden", "holds", true],
    ["warning", "holds_with_warning", true],
    ["failing", "failing", false],
    ["unknown", "unknown", false],
    ["stale", "stale", false],
    ["not_applicable", "holds", true],
  ] as const)("with one check %s an item is %s", (status, state, holds) => {
    const { state: actual, holds: does } = item(
      "authorization",
      sampleChecks("verified", { "role-boundaries": status }),
    );
    expect([actual, does]).toEqual([state, holds]);
  });

  it("does not open on a warning beside which evidence is missing", () => {
    const partial = sampleCheck("log-masking", "warning", { isComplete: false });
    expect(item("safe-logging", sampleChecks("verified", { "log-masking": partial }))).toMatchObject({
      state: "unknown",
      holds: false,
    });
  });

  it("takes an item out of the sum when none of its checks applies", () => {
    const derived = sampleChecks("verified", { "log-masking": "not_applicable" });
    expect(deriveGate(derived, [], NOW)).toMatchObject({ held: 8, total: 8 });
    expect(item("safe-logging", derived)).toMatchObject({ state: "not_applicable", holds: false });
  });

  it("explains a fault, what else is open, and what is missing", () => {
    const derived = sampleChecks("verified", {
      "route-classification": sampleCheck("route-classification", "failing", { line: "One route is open." }),
      "token-rejection": "unknown",
      "role-boundaries": "unknown",
      "subdomain-auth": "unknown",
      "log-masking": "stale",
    });
    expect(item("auth-enforced", derived).why).toBe(
      "Route classes: One route is open, and one more check is not ready.",
    );
    expect(item("authorization", derived).why).toBe("No full evidence yet for “Role boundaries” and “Other doors”.");
    expect(item("safe-logging", derived).why).toBe("The evidence for “Masked logs” is too old.");
  });

  it("says what holding rests on, a person's word apart", () => {
    const derived = sampleChecks("verified", { "rate-limits": "attested", "log-masking": "overridden" });
    expect(item("external-apis-guarded", derived).why).toBe(
      "All two checks hold, one stated by a person; the oldest evidence is from 9 March 2026.",
    );
    expect(item("safe-logging", derived).why).toContain("“Masked logs” holds, overridden by hand");
    expect(item("safe-logging", sampleChecks("warning")).why).toMatch(/^Holds with a warning: Masked logs: /);
  });

  it("gives each item one sentence as its reason, whatever the statuses", () => {
    const anyChecks = fc
      .array(fc.constantFrom(...CHECK_STATUSES), { minLength: CHECK_IDS.length, maxLength: CHECK_IDS.length })
      .map((statuses) => sampleChecks("unknown", Object.fromEntries(CHECK_IDS.map((id, at) => [id, statuses[at]]))));
    fc.assert(
      fc.property(anyChecks, (derived) => {
        const gate = deriveGate(derived, [], NOW);
        expect(gate.held).toBe(gate.items.filter(({ holds }) => holds).length);
        for (const { why } of gate.items) expect(why).toMatch(/^[^.]+\.$/);
      }),
    );
  });

  it("lists the items in the order of their ids, with the checks behind them", () => {
    const { items } = deriveGate(sampleChecks("verified"), [], NOW);
    expect(items.map(({ id }) => id)).toEqual([...GATE_IDS]);
    expect(items.map(({ checks }) => checks)).toEqual(GATE_ITEMS.map(({ checks }) => checks));
  });
});

describe("a host that was found and that nobody audits", () => {
  const ABOUT_HOSTS = ["edge-protection", "https-everywhere", "dns-correct"];
  const judge = (unauditedHosts: string[], derived = sampleChecks("verified"), waivers: GateWaiver[] = []) =>
    deriveGate(derived, waivers, NOW, { unauditedHosts }).items.filter(({ id }) => ABOUT_HOSTS.includes(id));

  it("keeps the items that speak of each known host from holding, and no other", () => {
    const gate = deriveGate(sampleChecks("verified"), [], NOW, { unauditedHosts: ["old.example.com"] });
    expect(gate).toMatchObject({ held: 6, total: 9 });
    expect(gate.items.filter(({ holds }) => !holds).map(({ id }) => id)).toEqual(ABOUT_HOSTS);
    expect(judge([]).map(({ state }) => state)).toEqual(["holds", "holds", "holds"]);
  });

  it("is named, and of many only some are", () => {
    expect(judge(["old.example.com"])[0]).toMatchObject({
      state: "unknown",
      why: "One host was found that nobody has audited: old.example.com.",
    });
    expect(judge(["a.test", "b.test", "c.test", "d.test", "e.test"])[0]?.why).toBe(
      "Five hosts were found that nobody has audited: a.test, b.test, c.test and two more.",
    );
  });

  it("hides no fault and no missing evidence, and a waiver still counts", () => {
    const failing = sampleChecks("verified", { "ddos-bot-protection": "failing", "dns-status": "stale" });
    expect(judge(["a.test"], failing).map(({ state }) => state)).toEqual(["failing", "unknown", "stale"]);
    const waiver: GateWaiver = { ...WAIVER, gateId: "edge-protection" };
    expect(judge(["a.test"], sampleChecks("warning"), [waiver])[0]).toMatchObject({ state: "waived", holds: true });
  });
});

describe("a waiver", () => {
  const open = sampleChecks("verified", { "log-masking": "unknown" });

  it("lets its item hold and says who, why, until when and what it hides", () => {
    expect(deriveGate(open, [WAIVER], NOW)).toMatchObject({ held: 9, total: 9 });
    expect(item("safe-logging", open, [WAIVER])).toMatchObject({
      state: "waived",
      why: "Waived by Mira until 13 March 2026: The drill runs on Monday; without that: No full evidence yet for “Masked logs”.",
    });
  });

  it.each([
    ["without a reason", { reason: "  " }],
    ["without a decider", { decider: null }],
    ["without an end", { expiresAt: null }],
    ["that has run out", { expiresAt: daysAgo(0) }],
    ["that was withdrawn", { withdrawnAt: daysAgo(1) }],
    ["for another item", { gateId: "authorization" }],
  ] as const)("%s does not count", (_, change) => {
    expect(item("safe-logging", open, [{ ...WAIVER, ...change }])).toMatchObject({ state: "unknown", holds: false });
  });

  it("that ran out is named", () => {
    const { why } = item("safe-logging", open, [{ ...WAIVER, expiresAt: daysAgo(2) }]);
    expect(why).toBe("No full evidence yet for “Masked logs”; its waiver ran out on 8 March 2026.");
  });

  it("is not needed, nor shown, where the evidence holds", () => {
    expect(item("safe-logging", sampleChecks("verified"), [WAIVER]).state).toBe("holds");
  });
});
