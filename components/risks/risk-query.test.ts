import { describe, expect, it } from "vitest";
import type { RiskView } from "#db/queries/views.ts";
import { countView, parseRiskQuery, queryRisks, RISK_VIEWS, riskSearch } from "./risk-query.ts";

const basis = { me: "me", now: new Date("2026-11-23T12:00:00Z") };
const risk = (number: number, given: Partial<RiskView> = {}): RiskView => ({
  id: String(number),
  number,
  title: `Risk ${number}`,
  description: "",
  checkId: "dns-status",
  stage: "audit",
  rule: null,
  targetUrl: null,
  severity: "high",
  likelihood: 3,
  impact: 3,
  state: "open",
  isManual: false,
  isBlocking: true,
  owner: null,
  dueAt: null,
  decision: null,
  proposal: null,
  tool: null,
  location: null,
  foundRun: null,
  lastSeenRun: null,
  verifiedRun: null,
  createdAt: "2026-11-20T12:00:00Z",
  updatedAt: "2026-11-20T12:00:00Z",
  closedAt: null,
  ...given,
});
const deferred = (expiresAt: string, isExpired: boolean): Partial<RiskView> => ({
  decision: {
    id: "d",
    treatment: "defer",
    state: "decided",
    reason: "",
    compensatingControl: "",
    owner: null,
    askedBy: null,
    decider: null,
    isByTwo: false,
    declineReason: null,
    createdAt: "2026-11-01T12:00:00Z",
    decidedAt: "2026-11-01T12:00:00Z",
    expiresAt,
    isExpired,
    isInForce: !isExpired,
  },
});
const numbers = (risks: RiskView[]) => risks.map(({ number }) => number);

describe("queryRisks", () => {
  it("counts a risk whose deferral ran out as undecided again", () => {
    const risks = [risk(1, deferred("2026-11-22T00:00:00Z", true)), risk(2, deferred("2026-12-24T00:00:00Z", false))];
    expect(numbers(queryRisks(risks, { view: "undecided", sort: "severity" }, basis))).toEqual([1]);
    expect(numbers(queryRisks(risks, { view: "deferred", sort: "severity" }, basis))).toEqual([2]);
    expect(countView(risks, "expiring", basis)).toBe(0);
  });

  it("orders by the published order, and puts what is settled last", () => {
    const risks = [risk(1, { state: "verified", severity: "critical" }), risk(2, { severity: "low" }), risk(3)];
    expect(numbers(queryRisks(risks, { view: "all", sort: "severity" }, basis))).toEqual([3, 2, 1]);
  });

  it("puts what has no due date after what has one", () => {
    const risks = [risk(1), risk(2, { dueAt: "2026-12-01T00:00:00Z" })];
    expect(numbers(queryRisks(risks, { view: "open", sort: "due" }, basis))).toEqual([2, 1]);
  });
});

describe("parseRiskQuery", () => {
  it("falls back on what is usual for words that it does not know", () => {
    expect(parseRiskQuery({ view: "nonsense", sort: ["due", "age"] })).toEqual({ view: "open", sort: "severity" });
  });

  it("reads back every view that it writes", () => {
    for (const view of RISK_VIEWS) {
      expect(parseRiskQuery(riskSearch({ view, sort: "due" }))).toEqual({ view, sort: "due" });
    }
  });
});
