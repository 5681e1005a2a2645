import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHECK_IDS } from "./ids.ts";
import { scoreReadiness } from "./readiness.ts";
import { CHECKS } from "./stages.ts";
import { CHECK_STATUSES, type CheckStatus, type DerivedCheck } from "./status.ts";
import { sampleCheck, sampleChecks } from "./testing/samples.ts";

const anyCheck = (id: (typeof CHECK_IDS)[number]) =>
  fc
    .tuple(fc.constantFrom(...CHECK_STATUSES), fc.boolean())
    .map(([status, isComplete]) => sampleCheck(id, status, { isComplete }));
const anyChecks = fc.tuple(...CHECK_IDS.map(anyCheck));

/** Worst first; each is at least as good as the one before. */
const RANKED: readonly CheckStatus[] = ["failing", "unknown", "stale", "warning", "overridden", "attested", "verified"];

function score(checks: readonly DerivedCheck[]): number {
  return scoreReadiness(checks).score;
}

describe("scoreReadiness", () => {
  it("is 100 when all is proven and 0 when nothing is known", () => {
    expect(score(Object.values(sampleChecks("verified")))).toBe(100);
    expect(score(Object.values(sampleChecks("unknown")))).toBe(0);
    expect(score([])).toBe(0);
  });

  it("gives half the weight for a warning, and nothing while other evidence is missing", () => {
    expect(score(Object.values(sampleChecks("warning")))).toBe(50);
    const partial = sampleCheck("rate-limits", "warning", { isComplete: false });
    const { items } = scoreReadiness([partial]);
    expect(items.find((item) => item.checkId === "rate-limits")?.credit).toBe(0);
  });

  it("takes what does not apply out of the sum", () => {
    const checks = sampleChecks("verified", { "rate-limits": "not_applicable", "dns-status": "failing" });
    const { score: whole, possible, earned } = scoreReadiness(Object.values(checks));
    const all = CHECK_IDS.reduce((sum, id) => sum + CHECKS[id].weight, 0);
    expect(possible).toBe(all - CHECKS["rate-limits"].weight);
    expect(earned).toBe(possible - CHECKS["dns-status"].weight);
    expect(whole).toBe(Math.floor((100 * earned) / possible));
    expect(score(Object.values(sampleChecks("not_applicable")))).toBe(0);
  });

  it("explains itself: the items' credits add up to the score", () => {
    fc.assert(
      fc.property(anyChecks, (checks) => {
        const { score: whole, items, earned, possible } = scoreReadiness(checks);
        const counting = items.filter((item) => item.credit !== null);
        expect(items).toHaveLength(CHECK_IDS.length);
        expect(counting.reduce((sum, item) => sum + item.weight * (item.credit ?? 0), 0)).toBe(earned);
        expect(whole).toBe(possible === 0 ? 0 : Math.floor((100 * earned) / possible));
        expect(whole).toBeGreaterThanOrEqual(0);
        expect(whole).toBeLessThanOrEqual(100);
      }),
    );
  });

  it("never falls when a check gets better", () => {
    const step = fc.tuple(
      anyChecks,
      fc.nat(CHECK_IDS.length - 1),
      fc.nat(RANKED.length - 1),
      fc.nat(RANKED.length - 1),
    );
    fc.assert(
      fc.property(step, ([checks, index, one, other]) => {
        const [worse, better] = [RANKED[Math.min(one, other)], RANKED[Math.max(one, other)]];
        const id = CHECK_IDS[index];
        if (!worse || !better || !id) return;
        const withStatus = (status: CheckStatus) =>
          checks.map((check) => (check.id === id ? sampleCheck(id, status) : check));
        expect(score(withStatus(better))).toBeGreaterThanOrEqual(score(withStatus(worse)));
      }),
    );
  });

  it("is never 100 while anything that counts is less than proven", () => {
    const open = fc.constantFrom<CheckStatus>("unknown", "stale", "failing", "warning");
    fc.assert(
      fc.property(fc.constantFrom(...CHECK_IDS), open, (id, status) => {
        expect(score(Object.values(sampleChecks("verified", { [id]: status })))).toBeLessThan(100);
      }),
    );
  });

  it("does not depend on the order of the checks", () => {
    const shuffled = anyChecks.chain((checks) =>
      fc.tuple(fc.constant(checks), fc.shuffledSubarray(checks, { minLength: checks.length })),
    );
    fc.assert(
      fc.property(shuffled, ([checks, other]) => {
        expect(scoreReadiness(other)).toEqual(scoreReadiness(checks));
      }),
    );
  });
});
