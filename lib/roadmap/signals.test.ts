import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHECK_IDS, SIGNAL_IDS, type SignalId } from "./ids.ts";
import { type DeriveSignalsInput, deriveSignals } from "./signals.ts";
import { CHECK_STATUSES } from "./status.ts";
import { daysAgo, NOW, sampleCheck, sampleChecks, sampleResult } from "./testing/samples.ts";

const TLS_RULES = ["edge/tls-chain", "edge/tls-name", "edge/tls-expiry"];
const REDIRECT_RULES = ["edge/canonical-origin", "edge/https-redirect"];
/** Of the signals that listen to some rules of a check alone. */
const RULES_SOUND = [...TLS_RULES, ...REDIRECT_RULES].map((rule) => sampleResult({ rule }));

function signal(id: SignalId, overrides: Partial<DeriveSignalsInput> = {}) {
  const all = deriveSignals({ derived: sampleChecks("verified"), results: RULES_SOUND, now: NOW, ...overrides });
  return all.find((one) => one.id === id);
}

describe("deriveSignals", () => {
  it("gives all 19 in the order of their ids, quiet when all is verified", () => {
    const all = deriveSignals({ derived: sampleChecks("verified"), results: RULES_SOUND, now: NOW });
    expect(all.map(({ id }) => id)).toEqual([...SIGNAL_IDS]);
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(["quiet"]));
  });

  it("is unknown throughout while nothing was looked at", () => {
    const all = deriveSignals({ derived: sampleChecks("unknown"), results: [], now: NOW });
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(["unknown"]));
  });

  it("is lit by a failing check, and says by what", () => {
    const failing = sampleCheck("email-authentication", "failing", { line: "DMARC p=none." });
    expect(
      signal("mail-fails", { derived: sampleChecks("verified", { "email-authentication": failing }) }),
    ).toMatchObject({
      lit: true,
      stage: "edge",
      why: "SPF, DKIM, DMARC: DMARC p=none.",
    });
  });

  it.each([
    ["stale", {}],
    ["unknown", {}],
    ["overridden", {}],
    ["warning", { isComplete: false }],
    ["not_applicable", { source: "attested" }],
  ] as const)("is not quiet on a check that is %s", (status, change) => {
    const check = sampleCheck("rate-limits", status, change);
    expect(signal("cost-spike", { derived: sampleChecks("verified", { "rate-limits": check }) })?.state).toBe(
      "unknown",
    );
  });

  it.each(TLS_RULES)("lights the certificate signal by %s, and not by the rest of its check", (rule) => {
    const derived = sampleChecks("verified", { "https-everywhere": "failing" });
    const fault = sampleResult({ rule, verdict: "fail", summary: "The name is wrong." });
    const others = RULES_SOUND.filter((result) => result.rule !== rule);
    expect(signal("certificate-errors", { derived, results: [...others, fault] })?.state).toBe("lit");
    expect(signal("certificate-errors", { derived, results: RULES_SOUND })?.state).toBe("quiet");
    expect(signal("certificate-errors", { derived, results: others })?.state).toBe("unknown");
  });

  it("wants the certificate seen at every target, lately", () => {
    expect(signal("certificate-errors", { targets: ["production", "admin"] })?.state).toBe("unknown");
    const old = RULES_SOUND.map((result) => ({ ...result, observedAt: daysAgo(31) }));
    expect(signal("certificate-errors", { results: old })?.state).toBe("unknown");
  });

  it("is lit by what the team's own records show", () => {
    expect(signal("bus-factor-one", { facts: { peopleWhoCanAct: 1 } })?.state).toBe("lit");
    expect(signal("bus-factor-one", { facts: { peopleWhoCanAct: 2 } })?.state).toBe("quiet");
    expect(signal("ownership-unclear", { facts: { unownedBlockers: 2 } })).toMatchObject({
      state: "lit",
      why: "The register shows two launch blockers that have no owner.",
    });
    expect(signal("ownership-unclear", { facts: { unownedBlockers: 0 } })?.state).toBe("quiet");
  });

  it("is never quiet when any check that it rests on is unknown, failing or stale", () => {
    const anyChecks = fc
      .array(fc.constantFrom(...CHECK_STATUSES), { minLength: CHECK_IDS.length, maxLength: CHECK_IDS.length })
      .map((statuses) => sampleChecks("unknown", Object.fromEntries(CHECK_IDS.map((id, at) => [id, statuses[at]]))));
    fc.assert(
      fc.property(anyChecks, (derived) => {
        const cost = signal("cost-spike", { derived });
        const { status } = derived["rate-limits"];
        expect(cost?.lit).toBe(status === "failing");
        if (status === "unknown" || status === "stale") expect(cost?.state).toBe("unknown");
      }),
    );
  });
});
