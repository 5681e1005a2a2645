import type { Result, Verdict } from "./types.ts";

type Comparable = Pick<Result, "rule" | "verdict">;
export type Comparison<R> = {
  fixed: R[];
  introduced: R[];
  still: R[];
  /** Failed before, and could not be judged now: neither fixed nor still there. */
  unconfirmed: R[];
};

const FAILING: ReadonlySet<Verdict> = new Set(["fail", "warn"]);
const SETTLED: ReadonlySet<Verdict> = new Set(["pass", "not_applicable"]);

/** What changed between two runs; each list holds the later results. `keyOf` tells findings of several targets apart. */
export function compareResults<R extends Comparable>(
  before: readonly R[],
  after: readonly R[],
  keyOf: (result: R) => string = ({ rule }) => rule,
): Comparison<R> {
  const failedBefore = new Set(before.filter(({ verdict }) => FAILING.has(verdict)).map(keyOf));
  const comparison: Comparison<R> = { fixed: [], introduced: [], still: [], unconfirmed: [] };
  for (const result of after) {
    const hadFailed = failedBefore.has(keyOf(result));
    if (FAILING.has(result.verdict)) comparison[hadFailed ? "still" : "introduced"].push(result);
    else if (hadFailed) comparison[SETTLED.has(result.verdict) ? "fixed" : "unconfirmed"].push(result);
  }
  return comparison;
}
