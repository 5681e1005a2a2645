import { describe, expect, it } from "vitest";
import { CHECK_IDS } from "../ids.ts";
import { SPRINT_HOURS } from "../sprint-plan.ts";
import { CHECKS } from "../stages.ts";
import { ASSUMPTIONS, type CostQuery, estimateCost, readCostQuery, rounded } from "./cost.ts";

const query = (changes: Partial<CostQuery> = {}): CostQuery => ({ ...readCostQuery({}), ...changes });

describe("estimateCost", () => {
  it("takes the hours of the sprint's plan where nothing holds yet", () => {
    const { hours, work } = estimateCost(query({ pace: 2, rate: 10, low: 0.5, high: 2 }));
    expect(hours).toEqual({ low: SPRINT_HOURS, expected: 2 * SPRINT_HOURS, high: 4 * SPRINT_HOURS });
    expect(work).toEqual({ low: 480, expected: 960, high: 1920 });
  });

  it("leaves out of each stage's hours the share of its weight that holds", () => {
    const { stages, hours } = estimateCost(query({ done: ["https-everywhere", "login-flow"] }));
    const edge = stages.find(({ stage }) => stage === "edge");
    if (!edge) throw new Error("The estimate has no edge stage.");
    expect(edge.points - edge.open).toBe(CHECKS["https-everywhere"].weight);
    expect(edge.hours.expected).toBeCloseTo((edge.planned * edge.open) / edge.points);
    expect(stages.reduce((sum, stage) => sum + stage.hours.expected, 0)).toBeCloseTo(hours.expected);
  });

  it("leaves only the running costs when everything is in place", () => {
    const { work, total, running } = estimateCost(query({ done: [...CHECK_IDS], months: 3 }));
    expect(work).toEqual({ low: 0, expected: 0, high: 0 });
    expect(total.expected).toBeCloseTo(3 * running.expected);
  });

  it("prices the AI by its tokens, and spreads what is guessed but not what is paid", () => {
    const { ai, running } = estimateCost(
      query({
        requestsPerDay: 1000,
        tokensIn: 1000,
        tokensOut: 500,
        priceIn: 2,
        priceOut: 8,
        hosting: 100,
        monitoring: 0,
        low: 0.5,
        high: 2,
      }),
    );
    expect(ai.expected).toBeCloseTo(1000 * 30.4 * 0.006);
    expect(running.low).toBeCloseTo(ai.expected / 2 + 100);
    expect(running.high).toBeCloseTo(ai.expected * 2 + 100);
  });

  it("is never out of order, whatever is asked", () => {
    for (const name of Object.keys(ASSUMPTIONS) as (keyof typeof ASSUMPTIONS)[]) {
      for (const value of [ASSUMPTIONS[name].min, ASSUMPTIONS[name].max]) {
        const { total } = estimateCost(query({ [name]: value }));
        expect(Number.isFinite(total.high)).toBe(true);
        expect(total.low).toBeLessThanOrEqual(total.expected);
        expect(total.expected).toBeLessThanOrEqual(total.high);
      }
    }
  });
});

describe("readCostQuery", () => {
  it("keeps to the bounds, and takes the example for what is no number", () => {
    const read = readCostQuery({ rate: "-5", hosting: "1e9", months: "999", high: "0.5", priceIn: "NaN" });
    expect(read).toMatchObject({ rate: 80, hosting: 50, months: 120, high: 1, priceIn: 1 });
  });

  it("takes only what the catalogue and the list know", () => {
    const read = readCostQuery({ done: ["login-flow", "__proto__", "login-flow"], currency: "<b>" });
    expect(read.done).toEqual(["login-flow"]);
    expect(read.currency).toBe("EUR");
  });
});

it.each([
  [0, 0],
  [0.0123, 0.012],
  [7.46, 7.5],
  [83, 83],
  [4_864, 4_900],
  [123_456, 120_000],
])("rounds %d to %d", (value, shown) => {
  expect(rounded(value)).toBe(shown);
});
