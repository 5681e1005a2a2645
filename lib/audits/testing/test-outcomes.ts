import { describe, expect, it } from "vitest";
import type { Observation } from "../observation.ts";
import type { AnyRule } from "../rule.ts";
import type { Verdict } from "../types.ts";
import { type Changes, healthyObservation } from "./healthy-observation.ts";
import { judge } from "./judge.ts";

/** What the rule must answer, when, and what makes the healthy observation so. */
export type Row<Code extends string> = readonly [
  code: Code,
  verdict: Verdict,
  when: string,
  changes: Changes,
  target?: Partial<Observation["target"]>,
];

/** One test per row, and one that no outcome of the rule is without a row. */
export function testOutcomes<R extends AnyRule>(
  rule: R,
  rows: readonly Row<Extract<keyof R["outcomes"], string>>[],
): void {
  describe(rule.id, () => {
    const cases = rows.map(([code, verdict, when, changes, target]) => ({ code, verdict, when, changes, target }));

    it.each(cases)("answers $code ($verdict): $when", ({ code, verdict, changes, target }) => {
      const result = judge(rule, healthyObservation(changes, target));
      expect({ code: result.code, verdict: result.verdict }).toEqual({ code, verdict });
      expect(result.summary).not.toMatch(/[{}]|undefined/);
      expect(result.reproduce).not.toBe("");
    });

    it("has a test for every outcome", () => {
      expect(new Set(rows.map(([code]) => code))).toEqual(new Set(Object.keys(rule.outcomes)));
    });
  });
}
