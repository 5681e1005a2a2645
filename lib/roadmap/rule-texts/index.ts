import type { RuleText } from "../types.ts";
import { DNS_TEXTS } from "./dns.ts";
import { EDGE_TEXTS } from "./edge.ts";
import { MAIL_TEXTS } from "./mail.ts";
import { TLS_TEXTS } from "./tls.ts";

/** By rule id. */
export const RULE_TEXTS: Readonly<Record<string, RuleText>> = {
  ...DNS_TEXTS,
  ...TLS_TEXTS,
  ...EDGE_TEXTS,
  ...MAIL_TEXTS,
};

export function ruleText(id: string): RuleText | undefined {
  return Object.hasOwn(RULE_TEXTS, id) ? RULE_TEXTS[id] : undefined;
}
