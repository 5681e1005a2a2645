import type { CheckId } from "#lib/roadmap/ids.ts";
import { AREA_RULES, AREAS } from "./areas.ts";
import type { AnyRule } from "./rule.ts";

/** Stored with each run. Raise it when a rule may judge the same observation differently than before. */
export const ALGORITHM_VERSION = 2;

/** In the order in which they are shown. */
export const RULES: readonly AnyRule[] = AREAS.flatMap((area): readonly AnyRule[] => AREA_RULES[area]);

export function ruleById(id: string): AnyRule | undefined {
  return RULES.find((rule) => rule.id === id);
}

export function rulesFor(check: CheckId): readonly AnyRule[] {
  return RULES.filter((rule) => rule.check === check);
}
