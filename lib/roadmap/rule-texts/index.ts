import type { RuleText } from "../types.ts";
import { CONTENT_TEXTS } from "./content.ts";
import { DNS_TEXTS } from "./dns.ts";
import { EDGE_TEXTS } from "./edge.ts";
import { HEADER_TEXTS } from "./headers.ts";
import { MAIL_TEXTS } from "./mail.ts";
import { REDIRECT_TEXTS } from "./redirects.ts";
import { TLS_TEXTS } from "./tls.ts";

/** By rule id. */
export const RULE_TEXTS: Readonly<Record<string, RuleText>> = {
  ...DNS_TEXTS,
  ...TLS_TEXTS,
  ...REDIRECT_TEXTS,
  ...HEADER_TEXTS,
  ...CONTENT_TEXTS,
  ...EDGE_TEXTS,
  ...MAIL_TEXTS,
};

export function ruleText(id: string): RuleText | undefined {
  return Object.hasOwn(RULE_TEXTS, id) ? RULE_TEXTS[id] : undefined;
}
