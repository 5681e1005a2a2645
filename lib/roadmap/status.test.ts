import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VERDICTS, type Verdict } from "#lib/audits/types.ts";
import { creditOf } from "./standing.ts";
import { type CheckResult, type DeriveCheckInput, deriveCheck } from "./status.ts";
import { daysAgo, NOW, sampleAttestation, sampleResult } from "./testing/samples.ts";

const RULES = ["edge/hsts", "edge/csp", "edge/nosniff"];

function derive(overrides: Partial<DeriveCheckInput>) {
  return deriveCheck({
    check: { id: "https-everywhere", freshDays: 30 },
    results: [],
    attestations: [],
    notApplicableReason: null,
    ruleIds: RULES,
    now: NOW,
    ...overrides,
  });
}

function results(...verdicts: Verdict[]): CheckResult[] {
  return verdicts.map((verdict, index) =>
    sampleResult({ rule: RULES[index] ?? "edge/other", verdict, summary: `Rule ${index} says ${verdict}.` }),
  );
}

describe("a check that rules look at", () => {
  it.each([
    ["pass pass pass", "verified"],
    ["pass not_applicable pass", "verified"],
    ["not_applicable not_applicable not_applicable", "not_applicable"],
    ["pass warn pass", "warning"],
    ["pass inconclusive pass", "unknown"],
    ["pass error pass", "unknown"],
    ["pass not_run pass", "unknown"],
    ["warn inconclusive pass", "warning"],
    ["fail warn inconclusive", "failing"],
    ["pass pass", "unknown"],
  ] as const)("with %s is %s", (verdicts, status) => {
    const list = verdicts.split(" ") as Verdict[];
    expect(derive({ results: results(...list) }).status).toBe(status);
  });

  it("is unknown and without a source before the first audit", () => {
    expect(derive({})).toMatchObject({ status: "unknown", source: "none", evidenceAt: null, line: "Not checked yet" });
  });

  it("shows the worst fault, by severity, with when it was seen", () => {
    const faults = [
      sampleResult({ rule: "edge/csp", verdict: "fail", severity: "medium", summary: "No CSP." }),
      sampleResult({
        rule: "edge/hsts",
        verdict: "fail",
        severity: "high",
        summary: "No HSTS.",
        observedAt: daysAgo(2),
      }),
      sampleResult({ rule: "edge/nosniff", verdict: "pass" }),
    ];
    const derived = derive({ results: faults });
    expect(derived).toMatchObject({ line: "No HSTS.", evidenceAt: daysAgo(2), source: "automatic" });
    expect(derived.why).toBe("No HSTS (edge/hsts, the worst of two faults in three results).");
  });

  it("says which step could not be seen", () => {
    const blind = sampleResult({
      rule: "edge/csp",
      verdict: "inconclusive",
      summary: "The page did not answer in time.",
    });
    const derived = derive({ results: [...results("pass"), blind, sampleResult({ rule: "edge/nosniff" })] });
    expect(derived.line).toBe("The page did not answer in time.");
    expect(derived.why).toContain("one of three results missing");
  });

  it("dates a pass by its oldest evidence, and is stale once that is too old", () => {
    const aged = (days: number) => [
      sampleResult({ rule: "edge/hsts", observedAt: daysAgo(days) }),
      sampleResult({ rule: "edge/csp" }),
      sampleResult({ rule: "edge/nosniff" }),
    ];
    expect(derive({ results: aged(30) })).toMatchObject({ status: "verified", evidenceAt: daysAgo(30) });
    expect(derive({ results: aged(31) })).toMatchObject({
      status: "stale",
      evidenceAt: daysAgo(31),
      isComplete: false,
    });
  });

  it("keeps failing however old the evidence is", () => {
    const old = sampleResult({ verdict: "fail", observedAt: daysAgo(200) });
    expect(derive({ results: [old], ruleIds: ["edge/hsts"] }).status).toBe("failing");
  });

  it("marks a warning beside missing or old evidence as incomplete", () => {
    expect(derive({ results: results("warn", "pass", "pass") }).isComplete).toBe(true);
    expect(derive({ results: results("warn", "inconclusive", "pass") }).isComplete).toBe(false);
    const old = sampleResult({ verdict: "warn", observedAt: daysAgo(31) });
    expect(derive({ results: [old], ruleIds: ["edge/hsts"] }).isComplete).toBe(false);
  });

  it("wants every rule at every target, and nothing from targets that are gone", () => {
    const one = RULES.map((rule) => sampleResult({ rule, target: "one" }));
    expect(derive({ results: one, targets: ["one"] }).status).toBe("verified");
    expect(derive({ results: one, targets: ["one", "two"] }).status).toBe("unknown");
    const gone = sampleResult({ target: "gone", verdict: "fail" });
    expect(derive({ results: [...one, gone], targets: ["one"] }).status).toBe("verified");
    expect(derive({ results: [...one, gone] }).status).toBe("failing");
  });

  it("goes by the newest result of a rule and leaves retired rules out", () => {
    const old = sampleResult({ verdict: "fail", observedAt: daysAgo(3) });
    const retired = sampleResult({ rule: "edge/retired", verdict: "fail" });
    expect(derive({ results: [...results("pass", "pass", "pass"), old, retired] }).status).toBe("verified");
  });

  it("does not pass by an ordinary statement", () => {
    const attestations = [sampleAttestation()];
    expect(derive({ attestations }).status).toBe("unknown");
    expect(derive({ attestations, results: results("fail", "pass", "pass") }).status).toBe("failing");
  });

  it("earns no less when any verdict gets better", () => {
    const ranked: readonly Verdict[] = ["fail", "error", "inconclusive", "not_run", "warn", "pass"];
    const rank = fc.nat(ranked.length - 1);
    const verdict = fc.constantFrom(...VERDICTS);
    const credit = (...verdicts: Verdict[]) => creditOf(derive({ results: results(...verdicts) })) ?? 0;
    fc.assert(
      fc.property(rank, rank, verdict, verdict, (one, other, second, third) => {
        const worse = ranked[Math.min(one, other)] ?? "fail";
        const better = ranked[Math.max(one, other)] ?? "pass";
        expect(credit(better, second, third)).toBeGreaterThanOrEqual(credit(worse, second, third));
      }),
    );
  });

  it("is verified only when every verdict passed or does not apply", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...VERDICTS), { minLength: 3, maxLength: 3 }), (verdicts) => {
        const isSound = verdicts.every((one) => one === "pass" || one === "not_applicable");
        expect(derive({ results: results(...verdicts) }).status === "verified").toBe(
          isSound && verdicts.includes("pass"),
        );
      }),
    );
  });
});

describe("overriding and setting aside", () => {
  const failing = results("fail", "pass", "pass");
  const override = sampleAttestation({
    isOverride: true,
    statement: "The header is set by the partner.",
    expiresAt: daysAgo(-5),
  });

  it("shows as such, with what the rules say and until when", () => {
    const derived = derive({ results: failing, attestations: [override] });
    expect(derived).toMatchObject({ status: "overridden", source: "attested" });
    expect(derived.why).toBe(
      "Overridden by hand until 15 March 2026: The header is set by the partner; without that it would read: Rule 0 says fail.",
    );
  });

  it.each([
    ["has run out", { expiresAt: daysAgo(1) }],
    ["was withdrawn", { withdrawnAt: daysAgo(1) }],
    ["is older than the check's evidence may be", { observedAt: daysAgo(31) }],
    ["is dated ahead", { observedAt: daysAgo(-9) }],
  ])("does not count when it %s", (_, change) => {
    expect(derive({ results: failing, attestations: [{ ...override, ...change }] }).status).toBe("failing");
  });

  it("gives way to rules that pass", () => {
    expect(derive({ results: results("pass", "pass", "pass"), attestations: [override] }).status).toBe("verified");
  });

  it("takes a check that does not apply out, but tells of a fault that is seen", () => {
    const derived = derive({ results: failing, notApplicableReason: "We have no web page." });
    expect(derived).toMatchObject({ status: "not_applicable", line: "Does not apply: We have no web page." });
    expect(derived.why).toContain("although the last audit found: Rule 0 says fail.");
  });
});

describe("a check that only people can show", () => {
  const byPeople = (...attestations: ReturnType<typeof sampleAttestation>[]) => derive({ ruleIds: [], attestations });

  it("is unknown without a statement", () => {
    expect(byPeople()).toMatchObject({ status: "unknown", source: "none", evidenceAt: null });
  });

  it("is attested by the newest statement that stands", () => {
    const derived = byPeople(
      sampleAttestation({ statement: "Newest, withdrawn.", observedAt: daysAgo(1), withdrawnAt: daysAgo(0) }),
      sampleAttestation({ statement: "Newer.", observedAt: daysAgo(2) }),
      sampleAttestation({ statement: "Older.", observedAt: daysAgo(9) }),
    );
    expect(derived).toMatchObject({ status: "attested", source: "attested", line: "Newer.", evidenceAt: daysAgo(2) });
  });

  it.each([
    ["has run out", { expiresAt: daysAgo(1) }],
    ["is too old", { observedAt: daysAgo(31) }],
  ])("is stale when the only statement %s", (_, change) => {
    expect(byPeople(sampleAttestation(change))).toMatchObject({ status: "stale", isComplete: false });
  });

  it("is unknown again when the statement is withdrawn", () => {
    expect(byPeople(sampleAttestation({ withdrawnAt: daysAgo(0) })).status).toBe("unknown");
  });
});

it("keeps hostile text from growing a card", () => {
  const long = sampleResult({ verdict: "fail", summary: `${"<b>x</b> ".repeat(400)}` });
  expect(Array.from(derive({ results: [long] }).line).length).toBeLessThanOrEqual(72);
});
