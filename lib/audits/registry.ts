import type { CheckId } from "#lib/roadmap/ids.ts";
import { DNS_RULES } from "./dns/rules.ts";
import { CONTENT_RULES } from "./edge/content-rules.ts";
import { HEADER_RULES } from "./edge/header-rules.ts";
import { REDIRECT_RULES } from "./edge/redirect-rules.ts";
import { TLS_RULES } from "./edge/tls-rules.ts";
import { MAIL_RULES } from "./mail/rules.ts";
import type { AnyRule } from "./rule.ts";

/** Stored with each run. Raise it when a rule may judge the same observation differently than before. */
export const ALGORITHM_VERSION = 2;

const rules = [
  ...DNS_RULES,
  ...TLS_RULES,
  ...REDIRECT_RULES,
  ...HEADER_RULES,
  ...CONTENT_RULES,
  ...MAIL_RULES,
] as const satisfies readonly AnyRule[];

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
