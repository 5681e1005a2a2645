import { cspDirectives } from "../parse/csp.ts";
import { CSP_SYNTAX_CODES } from "../parse/csp-syntax.ts";
import type { Site } from "./site-grammar.ts";

/** One test of the Observatory on one site: its word, and the codes of ours that warn or fail. */
export type Verdicts = { test: string; site: Site; passes: boolean; result: string; codes: readonly string[] };

type Difference = { test: string; stricter: "we" | "they" | "either"; holds(each: Verdicts): boolean };

const valuesOf = ({ lines }: Site, name: string) => lines.filter(([key]) => key === name).map(([, value]) => value);
const metaPolicy = ({ html }: Site) => /http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1];
const policiesOf = (site: Site) => [...valuesOf(site, CSP), metaPolicy(site) ?? []].flat();
const says = (site: Site, pattern: RegExp) => policiesOf(site).some((text) => pattern.test(text));
const hasAny = (codes: readonly string[], ...wanted: readonly string[]) => wanted.some((code) => codes.includes(code));

const cookiesOf = (site: Site, pattern: RegExp) => valuesOf(site, "set-cookie").filter((line) => pattern.test(line));
const isDoubled = (policy: string) => {
  const names = cspDirectives(policy).map(({ name }) => name);
  return new Set(names).size < names.length;
};

const CSP = "content-security-policy";
const XFO = "x-frame-options";
const HSTS = "strict-transport-security";
const CORS = "cross-origin-resource-sharing";
const CORP = "cross-origin-resource-policy";
const SRI = "subresource-integrity";
const SYNTAX: readonly string[] = CSP_SYNTAX_CODES;

/** By their names in docs/decisions/0013, which says why. */
export const DIFFERENCES: Readonly<Record<string, Difference>> = {
  "csp: an empty header is no policy": {
    test: CSP,
    stricter: "they",
    holds: ({ site }) => valuesOf(site, CSP).includes(""),
  },
  "csp: eval in style-src does nothing": {
    test: CSP,
    stricter: "they",
    holds: ({ site, result }) =>
      result.endsWith("unsafe-eval") && says(site, /(?:style|default)-src[^;]*'unsafe-eval'/i),
  },
  "csp: several policies all apply": {
    test: CSP,
    stricter: "they",
    holds: ({ site }) => policiesOf(site).length > 1,
  },
  "csp: strict-dynamic voids data:": {
    test: CSP,
    stricter: "they",
    holds: ({ site, result }) =>
      result.endsWith("unsafe-inline") && says(site, /strict-dynamic[^;]*data:|data:[^;]*strict-dynamic/),
  },
  "csp: base-uri": { test: CSP, stricter: "we", holds: ({ codes }) => hasAny(codes, "any-base") },
  "csp: hosts with a known bypass": {
    test: CSP,
    stricter: "we",
    holds: ({ codes }) => hasAny(codes, "bypass-host", "open-suffix"),
  },
  "csp: script-src-elem and -attr count": {
    test: CSP,
    stricter: "we",
    holds: ({ site, codes }) =>
      hasAny(codes, "unsafe-inline", "any-script-source", "data-scripts") && says(site, /script-src-(?:elem|attr)/),
  },
  "csp: wss: lets https: through": {
    test: CSP,
    stricter: "we",
    holds: ({ site, codes }) => hasAny(codes, "any-script-source") && says(site, /wss:(?!\/)/),
  },
  "csp: nonces and hashes of little worth": {
    test: CSP,
    stricter: "we",
    holds: ({ codes }) => hasAny(codes, "short-nonce", "unsafe-hashes"),
  },
  "csp: what is no nonce switches nothing off": {
    test: CSP,
    stricter: "we",
    holds: ({ site, codes }) => hasAny(codes, "unsafe-inline") && says(site, /'nonce-\{/),
  },
  "csp: parts that browsers skip": {
    test: CSP,
    stricter: "we",
    holds: ({ codes }) => codes.some((code) => SYNTAX.includes(code)),
  },
  "framing: the same value twice is one value": {
    test: XFO,
    stricter: "they",
    holds: ({ site }) => valuesOf(site, XFO).length === 2,
  },
  "framing: frame-ancestors of a policy with a doubled directive": {
    test: XFO,
    stricter: "they",
    holds: ({ site }) => valuesOf(site, CSP).some((text) => isDoubled(text) && text.includes("frame-ancestors")),
  },
  "framing: ALLOW-FROM is ignored": { test: XFO, stricter: "we", holds: ({ codes }) => codes.includes("allow-from") },
  "framing: any ancestor": { test: XFO, stricter: "we", holds: ({ codes }) => codes.includes("any-ancestor") },
  "framing: frame-ancestors in a <meta> element": {
    test: XFO,
    stricter: "we",
    holds: ({ site, result }) => result.endsWith("via-csp") && /frame-ancestors/.test(metaPolicy(site) ?? ""),
  },
  "hsts: a year is the mark": { test: HSTS, stricter: "we", holds: ({ codes }) => codes.includes("short") },
  "hsts: max-age is digits, once": { test: HSTS, stricter: "we", holds: ({ codes }) => codes.includes("malformed") },
  "hsts: the first header counts": {
    test: HSTS,
    stricter: "they",
    holds: ({ site }) => valuesOf(site, HSTS).length > 1,
  },
  "hsts: space around the equals sign": {
    test: HSTS,
    stricter: "they",
    holds: ({ site }) => valuesOf(site, HSTS).some((value) => value.includes(" = ")),
  },
  "nosniff: the first value counts": {
    test: "x-content-type-options",
    stricter: "they",
    holds: ({ site }) => valuesOf(site, "x-content-type-options").length > 1,
  },
  "referrer: nothing is said": {
    test: "referrer-policy",
    stricter: "we",
    holds: ({ result, codes }) => result.endsWith("not-implemented") && codes.includes("missing"),
  },
  "cors: reflection without credentials": {
    test: CORS,
    stricter: "we",
    holds: ({ site, codes }) => codes.includes("reflects") && site.cors.origins === "asked",
  },
  "cors: more origins are tried": {
    test: CORS,
    stricter: "we",
    holds: ({ site }) => ["null", "look-alike"].includes(site.cors.origins),
  },
  "cookies: SameSite of anti-forgery tokens": {
    test: "cookies",
    stricter: "they",
    holds: ({ result }) => result.includes("anticsrf"),
  },
  "cookies: an unknown SameSite is none at all": {
    test: "cookies",
    stricter: "they",
    holds: ({ site, result }) => result.includes("samesite") && cookiesOf(site, /SameSite=Sometimes/).length > 0,
  },
  "cookies: a removal sets nothing": {
    test: "cookies",
    stricter: "they",
    holds: ({ site, result }) => result.includes("session") && cookiesOf(site, /Max-Age=0/).length > 0,
  },
  "cookies: those that browsers refuse": {
    test: "cookies",
    stricter: "we",
    holds: ({ site }) => cookiesOf(site, /Domain=other|^__Host-.*Domain/).length > 0,
  },
  "cookies: each line is judged, not the last of a name": {
    test: "cookies",
    stricter: "we",
    holds: ({ site }) =>
      new Set(cookiesOf(site, /./).map((line) => line.split("=")[0])).size < cookiesOf(site, /./).length,
  },
  "cookies: more names of sessions": {
    test: "cookies",
    stricter: "we",
    holds: ({ site, codes }) => codes.includes("session-readable") && cookiesOf(site, /^auth_token/).length > 0,
  },
  "cookies: SameSite of sessions": {
    test: "cookies",
    stricter: "we",
    holds: ({ codes }) => codes.includes("session-samesite"),
  },
  "cookies: the prefix of sessions": {
    test: "cookies",
    stricter: "we",
    holds: ({ codes }) => codes.includes("unprefixed"),
  },
  "corp: nothing is said": { test: CORP, stricter: "we", holds: ({ codes }) => codes.includes("missing") },
  "corp: cross-origin": { test: CORP, stricter: "we", holds: ({ codes }) => codes.includes("open") },
  "corp: browsers know small letters only": {
    test: CORP,
    stricter: "we",
    holds: ({ site }) => valuesOf(site, CORP).includes("Same-Origin"),
  },
  "cors: credentials beside a wildcard": {
    test: CORS,
    stricter: "we",
    holds: ({ codes }) => codes.includes("wildcard-credentials"),
  },
  "sri: own hosts without a scheme": {
    test: SRI,
    stricter: "they",
    holds: ({ site }) => site.html.includes('src="//static.example.com'),
  },
  "sri: integrity that browsers cannot check": {
    test: SRI,
    stricter: "we",
    holds: ({ codes }) => hasAny(codes, "ineffective", "no-crossorigin", "impossible"),
  },
  "sri: style sheets": { test: SRI, stricter: "we", holds: ({ codes }) => codes.includes("style-unchecked") },
  "redirection: a refusal is as good": {
    test: "redirection",
    stricter: "they",
    holds: ({ site }) => site.plain?.[0]?.status === 403,
  },
};
