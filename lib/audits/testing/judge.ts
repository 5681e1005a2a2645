import type { Judgeable } from "../evaluate.ts";
import { evaluateRule } from "../evaluate.ts";
import type { AnyRule } from "../rule.ts";
import type { Result } from "../types.ts";

/** Judges through the engine, and insists that the rule itself did not break down. */
export function judge(rule: AnyRule, observation: Judgeable): Result {
  const result = evaluateRule(rule, observation);
  if (result.verdict === "error") throw new Error(`${rule.id}: ${result.evidence[0]?.value}`);
  return result;
}
