import type { HeaderLines } from "./headers.ts";
import { headerValues } from "./headers.ts";

/** Directive name → its values; of a repeated directive only the first counts (CSP3 §2.2.1). */
export type CspPolicy = ReadonlyMap<string, readonly string[]>;

/** ASCII whitespace, as the Infra standard has it. */
const CSP_SPACE = /[\t\n\f\r ]+/;
const ASCII = /^\p{ASCII}*$/u;
/** A `<meta>` element cannot set these (CSP3 §3.3). */
export const HEADER_ONLY: ReadonlySet<string> = new Set(["frame-ancestors", "report-uri", "sandbox"]);
/** Of one policy; a longer one is cut here, and browsers refuse such headers anyway. */
const DIRECTIVES_MAX = 200;

/** The directives of one serialized policy as they stand there, repeated ones too. */
export function cspDirectives(text: string): { name: string; values: readonly string[]; isAscii: boolean }[] {
  return text
    .split(";", DIRECTIVES_MAX)
    .map((part) => {
      const [name = "", ...values] = part.split(CSP_SPACE).filter((word) => word !== "");
      return { name: name.toLowerCase(), values, isAscii: ASCII.test(part) };
    })
    .filter(({ name }) => name !== "");
}

/** One serialized policy (CSP3 §2.2.1): a part that is not ASCII is skipped whole. */
export function parseCspPolicy(text: string): CspPolicy {
  const policy = new Map<string, readonly string[]>();
  for (const { name, values, isAscii } of cspDirectives(text)) {
    if (isAscii && !policy.has(name)) policy.set(name, values);
  }
  return policy;
}

/** The serialized policies of a response; a comma separates policies within one header. */
export function policyTexts(headers: HeaderLines, name = "content-security-policy"): string[] {
  return headerValues(headers, name).flatMap((value) => value.split(","));
}

/** The policies of a response; every enforced one applies. */
export function headerPolicies(headers: HeaderLines, name = "content-security-policy"): CspPolicy[] {
  return policyTexts(headers, name)
    .map(parseCspPolicy)
    .filter((policy) => policy.size > 0);
}

/** Each `<meta>` element holds one policy (HTML, "content security policy state"): a comma separates nothing there. */
export function metaPolicies(contents: readonly string[]): CspPolicy[] {
  return contents
    .map((text) => new Map([...parseCspPolicy(text)].filter(([name]) => !HEADER_ONLY.has(name))))
    .filter((policy) => policy.size > 0);
}
