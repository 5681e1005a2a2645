import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHECK_IDS, SIGNAL_IDS, type SignalId } from "./ids.ts";
import { NO_RECORDS } from "./records/types.ts";
import type { SignalFacts, SignalInput, SignalResult, SignalRisk } from "./signal-evidence.ts";
import { SIGNAL_SOURCES, type SignalSource } from "./signal-sources.ts";
import { deriveSignals } from "./signals.ts";
import { CHECK_STATUSES } from "./status.ts";
import { daysAgo, NOW, sampleCheck, sampleChecks, sampleResult } from "./testing/samples.ts";
import { NO_FACTS, SOUND_FACTS } from "./testing/signal-facts.ts";

const TLS_RULES = ["edge/tls-chain", "edge/tls-name", "edge/tls-expiry"];
const REDIRECT_RULES = ["edge/canonical-origin", "edge/https-redirect"];

function result(rule: string, overrides: Partial<SignalResult> = {}): SignalResult {
  const checkId = REDIRECT_RULES.includes(rule) ? "canonical-redirects" : "https-everywhere";
  return { ...sampleResult({ rule }), checkId, host: "example.com", ...overrides };
}

/** Of the signals that listen to some rules of a check alone. */
const RULES_SOUND = [...TLS_RULES, ...REDIRECT_RULES].map((rule) => result(rule));
const SOUND: SignalInput = {
  derived: sampleChecks("verified"),
  results: RULES_SOUND,
  facts: SOUND_FACTS,
  now: NOW,
};

function signal(id: SignalId, overrides: Partial<SignalInput> = {}) {
  const found = deriveSignals({ ...SOUND, ...overrides }).find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}

function imported(overrides: Partial<SignalRisk> = {}): SignalRisk {
  return {
    number: 7,
    title: "AWS access key",
    checkId: "secret-storage",
    severity: "high",
    tool: "gitleaks",
    location: { uri: "src/config.ts", line: 3 },
    isManual: false,
    ...overrides,
  };
}

const withRisk = (risk: SignalRisk): Partial<SignalInput> => ({ facts: { ...SOUND_FACTS, risks: [risk] } });

describe("deriveSignals", () => {
  it("gives all 19 in the order of their ids, quiet when all is verified and written down", () => {
    const all = deriveSignals(SOUND);
    expect(all.map(({ id }) => id)).toEqual([...SIGNAL_IDS]);
    expect(all.filter(({ state }) => state !== "quiet")).toEqual([]);
  });

  it("is unknown throughout while nothing was looked at, and says what it would take", () => {
    const all = deriveSignals({ derived: sampleChecks("unknown"), results: [], facts: NO_FACTS, now: NOW });
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(["unknown"]));
    for (const { why } of all) expect(why).toMatch(/^Not known: .+\.$/);
  });

  it("is lit by a failing check, and says by what, where and when", () => {
    const failing = sampleCheck("email-authentication", "failing", { line: "DMARC p=none." });
    const seen = result("mail/dmarc", {
      checkId: "email-authentication",
      verdict: "fail",
      severity: "high",
      summary: "The policy asks for nothing.",
      observedAt: "2026-03-03T08:00:00.000Z",
    });
    const derived = sampleChecks("verified", { "email-authentication": failing });
    const spf = { ...seen, rule: "mail/spf", severity: "low" as const };
    expect(signal("mail-fails", { derived, results: [...RULES_SOUND, spf, seen] })).toMatchObject({
      lit: true,
      stage: "edge",
      why: "SPF, DKIM, DMARC: The policy asks for nothing at example.com, seen on 3 March 2026; one more fault of the kind.",
      place: { kind: "check", id: "email-authentication" },
    });
    expect(signal("mail-fails", { derived })?.why).toBe("SPF, DKIM, DMARC: DMARC p=none, seen on 9 March 2026.");
  });

  it.each([
    ["stale", {}],
    ["unknown", {}],
    ["overridden", {}],
    ["warning", { isComplete: false }],
    ["not_applicable", { source: "attested" }],
  ] as const)("is not quiet on a check that is %s", (status, change) => {
    const check = sampleCheck("rate-limits", status, change);
    expect(signal("cost-spike", { derived: sampleChecks("verified", { "rate-limits": check }) }).state).toBe("unknown");
  });

  it.each(TLS_RULES)("lights the certificate signal by %s, and not by the rest of its check", (rule) => {
    const derived = sampleChecks("verified", { "https-everywhere": "failing" });
    const fault = result(rule, { verdict: "fail", summary: "The name is wrong." });
    const others = RULES_SOUND.filter((one) => one.rule !== rule);
    expect(signal("certificate-errors", { derived, results: [...others, fault] }).why).toContain(
      "The name is wrong at example.com, seen on 9 March 2026.",
    );
    expect(signal("certificate-errors", { derived, results: RULES_SOUND }).state).toBe("quiet");
    expect(signal("certificate-errors", { derived, results: others }).state).toBe("unknown");
  });

  it("wants the certificate seen at every target, lately", () => {
    expect(signal("certificate-errors", { targets: ["production", "admin"] }).state).toBe("unknown");
    const old = RULES_SOUND.map((one) => ({ ...one, observedAt: daysAgo(31) }));
    expect(signal("certificate-errors", { results: old }).state).toBe("unknown");
  });
});

describe("a signal and the risks from elsewhere", () => {
  it("is lit by what a scanner found, with the place", () => {
    expect(signal("secrets-exposed", withRisk(imported()))).toMatchObject({
      lit: true,
      why: "Risk 7, AWS access key, found by gitleaks in src/config.ts, line 3, is open.",
      place: { kind: "risk", number: 7 },
    });
  });

  it("is lit by what a person wrote down", () => {
    const byHand = imported({ tool: null, location: null, isManual: true, title: "A key was sent by Slack." });
    const risk = { ...byHand, checkId: "secret-locations" as const };
    expect(signal("key-in-chat", withRisk(risk)).why).toBe(
      "Risk 7, A key was sent by Slack, written down by hand, is open.",
    );
  });

  it.each([
    ["a note", imported({ severity: "low" })],
    ["a finding of our own, which follows the results", imported({ tool: null })],
    ["a risk of another check", imported({ checkId: "rate-limits" })],
  ])("does not heed %s", (_what, risk) => {
    expect(signal("secrets-exposed", withRisk(risk)).state).toBe("quiet");
  });

  it("wants the matter named where the check is about more", () => {
    const risk = imported({ checkId: "secret-locations", title: "Nobody knows who owns the hosting panel" });
    expect(signal("key-in-chat", withRisk(risk)).state).toBe("quiet");
    const ofCheck = imported({ checkId: "https-everywhere", title: "Old TLS" });
    expect(signal("certificate-errors", withRisk(ofCheck)).state).toBe("quiet");
  });
});

describe("the guarantee", () => {
  const anyStatuses = fc.array(fc.constantFrom(...CHECK_STATUSES), {
    minLength: CHECK_IDS.length,
    maxLength: CHECK_IDS.length,
  });
  const anyFacts = fc.constantFrom<SignalFacts>(NO_FACTS, SOUND_FACTS, { ...SOUND_FACTS, records: NO_RECORDS });
  const anyResults = fc.subarray(RULES_SOUND);

  it("is never quiet without evidence that looked, and never lit without a fact", () => {
    fc.assert(
      fc.property(anyStatuses, anyFacts, anyResults, (statuses, facts, results) => {
        const derived = sampleChecks("unknown", Object.fromEntries(CHECK_IDS.map((id, at) => [id, statuses[at]])));
        for (const { id, state, why } of deriveSignals({ derived, results, facts, now: NOW })) {
          const { checks, rules }: SignalSource = SIGNAL_SOURCES[id];
          const own = checks.map((check) => derived[check].status);
          const isSeen = rules
            ? rules.every((rule) => results.some((one) => one.rule === rule))
            : own.every((status) => ["verified", "attested", "warning", "not_applicable"].includes(status));
          if (state === "quiet") expect(isSeen, `${id}: ${why}`).toBe(true);
          if (state === "lit") expect(own).toContain("failing");
          if (!rules && own.includes("failing")) expect(state).toBe("lit");
        }
      }),
    );
  });
});
