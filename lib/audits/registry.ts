import type { CheckId } from "#lib/roadmap/ids.ts";
import type { AnyRule } from "./rule.ts";

/** Stored with each run. Raise it when a rule may judge the same observation differently than before. */
export const ALGORITHM_VERSION = 1;

const rules = [] as const satisfies readonly AnyRule[];

/** Every rule with its literal id and outcome codes; the texts are checked against it. */
export type KnownRule = (typeof rules)[number];

/** In the order in which they are shown. */
export const RULES: readonly AnyRule[] = rules;

export function ruleById(id: string): AnyRule | undefined {
  return RULES.find((rule) => rule.id === id);
}

export function rulesFor(check: CheckId): readonly AnyRule[] {
  return RULES.filter((rule) => rule.check === check);
}
