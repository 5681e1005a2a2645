import { evaluate, type Judgeable } from "#lib/audits/evaluate.ts";
import { RULES } from "#lib/audits/registry.ts";
import { canonical } from "./canonical.ts";
import type { Judged } from "./group-findings.ts";
import { judge } from "./result-rows.ts";

/** All that the given rules say of one target, in the registry's order. The same observation gives the same bytes. */
export function judgeObservation(runId: string, targetId: string, observation: Judgeable, ruleIds: string[]): Judged[] {
  const rules = RULES.filter((rule) => ruleIds.includes(rule.id));
  const seen = canonical(observation);
  return evaluate(seen, rules).map((result) => judge(runId, targetId, seen.target, canonical(result)));
}
