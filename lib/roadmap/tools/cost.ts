import type { CheckId, StageId } from "../ids.ts";
import { CHECK_IDS } from "../ids.ts";
import { sprintPlan } from "../sprint-plan.ts";
import { CHECKS } from "../stages.ts";
import { type Bounds, chosen, numberIn, oneOf, type QueryValues } from "./query-values.ts";

export const CURRENCIES = ["EUR", "USD", "GBP", "CHF"] as const;

/** What a visitor may change, with examples to begin with. None of them is anybody's price. */
export const ASSUMPTIONS = {
  rate: { min: 0, max: 100_000, usual: 80 },
  /** As a share of the sprint's hours; 2 takes twice as long. */
  pace: { min: 0, max: 20, usual: 1 },
  requestsPerDay: { min: 0, max: 1_000_000_000, usual: 1_000 },
  tokensIn: { min: 0, max: 10_000_000, usual: 1_500 },
  tokensOut: { min: 0, max: 10_000_000, usual: 500 },
  priceIn: { min: 0, max: 100_000, usual: 1 },
  priceOut: { min: 0, max: 100_000, usual: 4 },
  hosting: { min: 0, max: 10_000_000, usual: 50 },
  monitoring: { min: 0, max: 10_000_000, usual: 20 },
  months: { min: 0, max: 120, usual: 1 },
  low: { min: 0, max: 1, usual: 0.7 },
  high: { min: 1, max: 10, usual: 1.8 },
} as const satisfies Record<string, Bounds>;
export type AssumptionName = keyof typeof ASSUMPTIONS;

export type CostQuery = Record<AssumptionName, number> & {
  currency: (typeof CURRENCIES)[number];
  /** The checks that hold already. */
  done: CheckId[];
};

export function readCostQuery(values: QueryValues): CostQuery {
  const numbers = Object.fromEntries(
    Object.entries(ASSUMPTIONS).map(([name, bounds]) => [name, numberIn(values, name, bounds)]),
  ) as Record<AssumptionName, number>;
  return {
    ...numbers,
    currency: oneOf(values, "currency", CURRENCIES, "EUR"),
    done: chosen(values, "done", CHECK_IDS),
  };
}

export type Range = { low: number; expected: number; high: number };
/** `points` are the weight of its checks, `open` of those that do not hold yet, `planned` the sprint's hours for all of them. */
export type StageCost = { stage: StageId; title: string; points: number; open: number; planned: number; hours: Range };
export type CostEstimate = {
  stages: StageCost[];
  hours: Range;
  work: Range;
  /** In one month. */
  ai: Range;
  running: Range;
  total: Range;
};

/** Days in a month, on average. */
export const DAYS_PER_MONTH = 30.4;
const TOKENS_PER_PRICE = 1_000_000;

/** What is left of the roadmap in hours and money. Only what is guessed is spread: the hours, and how much the AI is used. */
export function estimateCost(query: CostQuery): CostEstimate {
  const spread = (expected: number): Range => ({
    low: expected * query.low,
    expected,
    high: expected * query.high,
  });
  const done = new Set(query.done);
  const stages = sprintPlan().map(({ stage, title, checks, from, to }): StageCost => {
    const points = weightOf(checks);
    const open = weightOf(checks.filter((id) => !done.has(id)));
    const planned = to - from;
    return { stage, title, points, open, planned, hours: spread((planned * query.pace * open) / points) };
  });
  const hours = spread(sum(stages.map((stage) => stage.hours.expected)));
  const work = each(hours, (value) => value * query.rate);
  const perRequest = (query.tokensIn * query.priceIn + query.tokensOut * query.priceOut) / TOKENS_PER_PRICE;
  const ai = spread(query.requestsPerDay * DAYS_PER_MONTH * perRequest);
  const running = each(ai, (value) => value + query.hosting + query.monitoring);
  return {
    stages,
    hours,
    work,
    ai,
    running,
    total: {
      low: work.low + query.months * running.low,
      expected: work.expected + query.months * running.expected,
      high: work.high + query.months * running.high,
    },
  };
}

/** To two digits that count, since a guess has no more. */
export function rounded(value: number): number {
  if (value <= 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return unit >= 1 ? Math.round(value / unit) * unit : Number(value.toPrecision(2));
}

function each({ low, expected, high }: Range, change: (value: number) => number): Range {
  return { low: change(low), expected: change(expected), high: change(high) };
}

function weightOf(ids: readonly CheckId[]): number {
  return sum(ids.map((id) => CHECKS[id].weight));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
