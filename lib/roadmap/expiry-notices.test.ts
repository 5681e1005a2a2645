import { describe, expect, it } from "vitest";
import type { RankedDecision, RankedRisk } from "./blockers.ts";
import { expiryNotices } from "./expiry-notices.ts";

const NOW = new Date("2026-06-01T12:00:00.000Z");
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000).toISOString();

function risk(number: number, decision: Partial<RankedDecision> | null, more: Partial<RankedRisk> = {}): RankedRisk {
  return {
    number,
    title: `Risk ${number}`,
    checkId: "login-flow",
    severity: "high",
    likelihood: 4,
    impact: 4,
    state: "open",
    createdAt: inDays(-100),
    decision: decision && { treatment: "defer", expiresAt: inDays(3), isByTwo: false, ...decision },
    ...more,
  };
}

describe("expiryNotices", () => {
  it("tells what has ended and what ends within two weeks, the oldest end first", () => {
    const risks = [
      risk(1, { expiresAt: inDays(14) }),
      risk(2, { expiresAt: inDays(14.001) }),
      risk(3, { expiresAt: inDays(0) }),
      risk(4, { expiresAt: inDays(-40), treatment: "accept" }),
      risk(5, { expiresAt: inDays(0.5) }),
    ];
    expect(expiryNotices(risks, NOW).map(({ number, state, days }) => [number, state, days])).toEqual([
      [4, "ended", -40],
      [3, "ended", 0],
      [5, "ends_soon", 0],
      [1, "ends_soon", 14],
    ]);
  });

  it("says nothing of what has no end, no decision, or is settled", () => {
    const risks = [
      risk(1, null),
      risk(2, { treatment: "fix_now", expiresAt: null }),
      risk(3, {}, { state: "verified" }),
      risk(4, {}, { state: "closed" }),
    ];
    expect(expiryNotices(risks, NOW)).toEqual([]);
  });

  it("puts the worse risk first where both end together", () => {
    const risks = [risk(1, {}), risk(2, {}, { severity: "critical" })];
    expect(expiryNotices(risks, NOW).map(({ number }) => number)).toEqual([2, 1]);
  });
});
