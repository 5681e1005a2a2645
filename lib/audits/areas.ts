import { DNS_RULES } from "./dns/rules.ts";
import { CONTENT_RULES } from "./edge/content-rules.ts";
import { EDGE_RULES } from "./edge/edge-rules.ts";
import { HEADER_RULES } from "./edge/header-rules.ts";
import { REDIRECT_RULES } from "./edge/redirect-rules.ts";
import { TLS_RULES } from "./edge/tls-rules.ts";
import { MAIL_RULES } from "./mail/rules.ts";
import type { AnyRule } from "./rule.ts";

/** The rules by what they look at, in the order of the way to a host. */
export const AREA_RULES = {
  dns: DNS_RULES,
  redirects: REDIRECT_RULES,
  tls: TLS_RULES,
  headers: HEADER_RULES,
  content: CONTENT_RULES,
  edge: EDGE_RULES,
  mail: MAIL_RULES,
} as const satisfies Record<string, readonly AnyRule[]>;

export type Area = keyof typeof AREA_RULES;
export const AREAS = Object.keys(AREA_RULES) as Area[];

const AREA_OF: ReadonlyMap<string, Area> = new Map(
  AREAS.flatMap((area) => AREA_RULES[area].map((rule): [string, Area] => [rule.id, area])),
);

export function areaOf(ruleId: string): Area | undefined {
  return AREA_OF.get(ruleId);
}
