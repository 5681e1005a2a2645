import type { RuleText } from "../types.ts";

export const RULE_TEXTS: Readonly<Record<string, RuleText>> = {};

export function ruleText(id: string): RuleText | undefined {
  return Object.hasOwn(RULE_TEXTS, id) ? RULE_TEXTS[id] : undefined;
}
