import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRisks, isBlocking, type RankedRisk, rankBlockers } from "./blockers.ts";
import { SEVERITIES } from "./ids.ts";
import { daysAgo, NOW } from "./testing/samples.ts";

const RISK: RankedRisk = {
  number: 1,
  title: "A viewer can read payroll",
  checkId: "role-boundaries",
  severity: "high",
  likelihood: 3,
  impact: 3,
  state: "open",
  createdAt: daysAgo(3),
  decision: null,
};

const risks = fc.uniqueArray(
  fc.record({
    number: fc.integer({ min: 1, max: 40 }),
    title: fc.constant("A risk"),
    checkId: fc.constant("role-boundaries" as const),
    severity: fc.constantFrom(...SEVERITIES),
    likelihood: fc.integer({ min: 1, max: 3 }),
    impact: fc.integer({ min: 1, max: 3 }),
    state: fc.constantFrom("open" as const, "rechecking" as const, "verified" as const, "closed" as const),
    createdAt: fc.integer({ min: 0, max: 3 }).map(daysAgo),
    decision: fc.option(
      fc.record({
        treatment: fc.constantFrom("fix_now" as const, "defer" as const, "accept" as const),
        expiresAt: fc.option(fc.integer({ min: -2, max: 2 }).map(daysAgo)),
        isByTwo: fc.boolean(),
      }),
    ),
  }),
  { selector: (risk) => risk.number },
);

describe("isBlocking", () => {
  it.each([
    ["open and high", {}, true],
    ["critical and being checked again", { severity: "critical", state: "rechecking" }, true],
    ["medium", { severity: "medium" }, false],
    ["verified fixed", { state: "verified" }, false],
    ["closed", { state: "closed" }, false],
    ["to be fixed now", { decision: { treatment: "fix_now", expiresAt: daysAgo(-5), isByTwo: false } }, true],
    ["deferred until later", { decision: { treatment: "defer", expiresAt: daysAgo(-5), isByTwo: false } }, false],
    ["accepted until later", { decision: { treatment: "accept", expiresAt: daysAgo(-5), isByTwo: false } }, false],
    ["deferred until yesterday", { decision: { treatment: "defer", expiresAt: daysAgo(1), isByTwo: false } }, true],
    [
      "deferred until this moment",
      { decision: { treatment: "defer", expiresAt: NOW.toISOString(), isByTwo: false } },
      true,
    ],
    [
      "critical, and deferred by one person alone",
      { severity: "critical", decision: { treatment: "defer", expiresAt: daysAgo(-5), isByTwo: false } },
      true,
    ],
    [
      "critical, and deferred by two",
      { severity: "critical", decision: { treatment: "defer", expiresAt: daysAgo(-5), isByTwo: true } },
      false,
    ],
    ["deferred without an end", { decision: { treatment: "defer", expiresAt: null, isByTwo: false } }, true],
  ] as const)("answers for a risk that is %s", (_, overrides, expected) => {
    expect(isBlocking({ ...RISK, ...overrides }, NOW)).toBe(expected);
  });
});

describe("rankBlockers", () => {
  it("follows the published order", () => {
    const ranked = rankBlockers(
      [
        { ...RISK, number: 5 },
        { ...RISK, number: 4 },
        { ...RISK, number: 3, createdAt: daysAgo(9) },
        { ...RISK, number: 2, likelihood: 5 },
        { ...RISK, number: 1, severity: "critical", likelihood: 1, impact: 1 },
        { ...RISK, number: 6, severity: "low", likelihood: 5, impact: 5 },
      ],
      NOW,
    );
    expect(ranked.map((risk) => risk.number)).toEqual([1, 2, 3, 4, 5]);
  });

  it("gives the same order whatever order the risks come in", () => {
    const shuffled = risks.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(rankBlockers(other, NOW)).toEqual(rankBlockers(list, NOW));
      }),
    );
  });

  it("ranks by a total order: two different risks never tie, and never both come first", () => {
    fc.assert(
      fc.property(risks, (list) => {
        for (const a of list) {
          for (const b of list) {
            expect(Math.sign(compareRisks(a, b)) + Math.sign(compareRisks(b, a))).toBe(0);
            expect(compareRisks(a, b) === 0).toBe(a.number === b.number);
          }
        }
      }),
    );
  });

  it("leaves out exactly what does not block", () => {
    fc.assert(
      fc.property(risks, (list) => {
        const numbers = rankBlockers(list, NOW).map((risk) => risk.number);
        for (const risk of list) expect(numbers.includes(risk.number)).toBe(isBlocking(risk, NOW));
      }),
    );
  });
});
