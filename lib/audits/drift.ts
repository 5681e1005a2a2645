import type { Severity } from "#lib/roadmap/ids.ts";
import { ruleText } from "#lib/roadmap/rule-texts/index.ts";
import { factsThatDrift } from "./drift-facts.ts";
import type { Observation } from "./observation.ts";
import type { Result, Verdict } from "./types.ts";
import { worstFirst } from "./verdict-order.ts";

/** One thing that is not as it was in the run before. */
export type DriftItem =
  | { kind: "verdict"; rule: string; title: string; severity: Severity; before: Verdict; now: Verdict; summary: string }
  /** A fact that was seen: label (e.g. "A records", "Certificate", "SPF record"), both sides as text. */
  | { kind: "fact"; label: string; before: string; now: string };

type DriftResult = Pick<Result, "rule" | "verdict" | "severity" | "code" | "summary">;
/** What one run saw of a target, and what it said. */
export type Look = { observation: Observation; results: readonly DriftResult[] };

/** What changed at one target between two runs: what the rules say, worst first, then what was seen. */
export function findDrift(before: Look, now: Look): DriftItem[] {
  return [...verdictDrift(before.results, now.results), ...factDrift(before.observation, now.observation)];
}

function verdictDrift(before: readonly DriftResult[], now: readonly DriftResult[]): DriftItem[] {
  const earlier = new Map(before.map((result) => [result.rule, result]));
  return now.toSorted(worstFirst).flatMap((result): DriftItem[] => {
    const was = earlier.get(result.rule);
    if (!was || (was.verdict === result.verdict && was.code === result.code)) return [];
    const { rule, verdict, severity, summary } = result;
    const title = ruleText(rule)?.title ?? rule;
    return [{ kind: "verdict", rule, title, severity, before: was.verdict, now: verdict, summary }];
  });
}

/** Only what was seen both times can have changed. */
function factDrift(before: Observation, now: Observation): DriftItem[] {
  const earlier = new Map(factsThatDrift(before).map(({ label, value }) => [label, value]));
  return factsThatDrift(now).flatMap(({ label, value }): DriftItem[] => {
    const was = earlier.get(label);
    return was === undefined || was === value ? [] : [{ kind: "fact", label, before: was, now: value }];
  });
}
