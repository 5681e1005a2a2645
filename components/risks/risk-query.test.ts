import { describe, expect, it } from "vitest";
import type { DecisionView, RiskView } from "#db/queries/views.ts";
import {
  countCells,
  countView,
  normalSearch,
  pageOf,
  parseRiskQuery,
  queryRisks,
  type RiskQuery,
  riskSearch,
  savedSearch,
  toggled,
  USUAL_QUERY,
  withFilter,
} from "./risk-query.ts";
import { RISK_VIEWS } from "./risk-views.ts";
import { decisionSample, riskSample } from "./testing/risk-sample.ts";

const basis = { me: "me", now: new Date("2026-11-23T12:00:00Z") };
const risk = riskSample;
const query = (given: Partial<RiskQuery> = {}): RiskQuery => ({ ...USUAL_QUERY, ...given });
const deferred = (expiresAt: string, given: Partial<DecisionView> = {}): Partial<RiskView> => {
  const isExpired = new Date(expiresAt) <= basis.now;
  return { decision: decisionSample({ expiresAt, isExpired, isInForce: !isExpired, ...given }) };
};
const numbers = (risks: RiskView[]) => risks.map(({ number }) => number);
const shown = (risks: RiskView[], given: Partial<RiskQuery>) => numbers(queryRisks(risks, query(given), basis));

describe("the views", () => {
  const risks = [risk(1, deferred("2026-11-22T00:00:00Z")), risk(2, deferred("2026-12-24T00:00:00Z"))];

  it("count a risk whose deferral ran out as undecided again", () => {
    expect(shown(risks, { view: "undecided" })).toEqual([1]);
    expect(shown(risks, { view: "deferred" })).toEqual([2]);
  });

  it("show what ends within two weeks, and what has ended, as expiring", () => {
    const soon = risk(3, deferred("2026-12-01T00:00:00Z"));
    expect(shown([...risks, soon], { view: "expiring" })).toEqual([1, 3]);
    expect(shown([risk(4, { ...deferred("2026-11-22T00:00:00Z"), state: "verified" })], { view: "expiring" })).toEqual(
      [],
    );
  });

  it("are counted with the filters that stand", () => {
    const given = withFilter(query(), "severity", "low");
    expect(countView([risk(1), risk(2, { severity: "low" })], given, "all", basis)).toBe(1);
  });
});

describe("the order", () => {
  it("is the published one, with what is settled last", () => {
    const risks = [risk(1, { state: "verified", severity: "critical" }), risk(2, { severity: "low" }), risk(3)];
    expect(shown(risks, { view: "all" })).toEqual([3, 2, 1]);
    expect(shown(risks, { view: "all", isReversed: true })).toEqual([1, 2, 3]);
  });

  it("puts what has no value last in both directions", () => {
    const risks = [risk(1), risk(2, { dueAt: "2026-12-01T00:00:00Z" }), risk(3, { dueAt: "2026-11-01T00:00:00Z" })];
    expect(shown(risks, { sort: "due" })).toEqual([3, 2, 1]);
    expect(shown(risks, { sort: "due", isReversed: true })).toEqual([2, 3, 1]);
  });

  it("takes the end of a decision for a date that is owed", () => {
    const risks = [risk(1, { dueAt: "2026-12-20T00:00:00Z" }), risk(2, deferred("2026-12-01T00:00:00Z"))];
    expect(shown(risks, { sort: "due" })).toEqual([2, 1]);
  });
});

describe("the filters", () => {
  const mira = { id: "mira", name: "Mira" };
  const risks = [
    risk(1, { severity: "critical", owner: mira, likelihood: 5, impact: 4 }),
    risk(2, { severity: "low", tool: "semgrep", location: { uri: "src/chat/route.ts", line: 7 } }),
    risk(3, { isManual: true, proposal: decisionSample({ state: "proposed", isInForce: false }) }),
  ];

  it.each([
    ["severity", "critical,low", [1, 2]],
    ["owner", "nobody", [3, 2]],
    ["owner", "mira", [1]],
    ["source", "tool:semgrep", [2]],
    ["source", "hand", [3]],
    ["decision", "waiting", [3]],
    ["cell", "5x4", [1]],
    ["q", "ROUTE chat", [2]],
    ["q", "mira", [1]],
    ["stage", "audit", [1, 3, 2]],
    ["check", "login-flow", []],
  ] as const)("keep what matches %s=%s", (name, value, expected) => {
    expect(shown(risks, withFilter(query(), name, value))).toEqual(expected);
  });

  it("all have to match", () => {
    expect(shown(risks, { filters: { severity: "critical,low", owner: "nobody" } })).toEqual([2]);
  });

  it("leave the matrix its other cells, as if none were chosen", () => {
    expect([...countCells(risks, query({ filters: { cell: "5x4" } }), basis)]).toEqual([
      ["5x4", 1],
      ["3x3", 2],
    ]);
  });
});

describe("the address", () => {
  it("falls back on what is usual for words that it does not know", () => {
    const search = {
      view: "nonsense",
      sort: ["due", "age"],
      severity: "critical,worst",
      cell: "6x1",
      page: "-1",
      q: " ",
    };
    expect(parseRiskQuery(search)).toEqual(USUAL_QUERY);
  });

  it("reads back whatever it writes", () => {
    for (const view of RISK_VIEWS) {
      const filters = { q: "a b", severity: "critical,low", cell: "4x5", owner: "nobody" };
      const given = query({ view, sort: "due", isReversed: true, page: 3, filters });
      expect(parseRiskQuery(riskSearch(given))).toEqual(given);
    }
  });

  it("says the same of the same filter, in whichever order it was written", () => {
    const given = query({ view: "mine", page: 2, filters: { severity: "high", q: "x" } });
    expect(savedSearch(given)).toBe("q=x&severity=high&view=mine");
    expect(normalSearch("severity=high&page=2&q=x&view=mine&odd=1")).toBe(savedSearch(given));
  });

  it("adds and takes away one of several values", () => {
    const order = ["critical", "high", "low"];
    expect(toggled("low", "critical", order)).toBe("critical,low");
    expect(toggled("critical,low", "low", order)).toBe("critical");
    expect(toggled("low", "low", order)).toBeUndefined();
  });
});

describe("pageOf", () => {
  const rows = Array.from({ length: 250 }, (_, at) => at);
  it("cuts a hundred rows a page, and stays on the last one", () => {
    expect(pageOf(rows, 2).shown[0]).toBe(100);
    expect(pageOf(rows, 9)).toMatchObject({ page: 3, pages: 3, shown: rows.slice(200) });
    expect(pageOf([], 1)).toEqual({ shown: [], page: 1, pages: 1 });
  });
});
