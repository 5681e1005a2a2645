import type { HeaderLines } from "./headers.ts";
import { headerValues } from "./headers.ts";

/** Directive name → its values; of a repeated directive only the first counts (CSP3 §2.2.1). */
export type CspPolicy = ReadonlyMap<string, readonly string[]>;

const SPACE = /[\t\n\f\r ]+/;
/** A `<meta>` element cannot set these (CSP3 §3.3). */
const HEADER_ONLY = new Set(["frame-ancestors", "report-uri", "sandbox"]);
const NONCE = /^'nonce-[A-Za-z0-9+/_-]+={0,2}'$/i;
const HASH = /^'sha(?:256|384|512)-[A-Za-z0-9+/_-]+={0,2}'$/i;

/** One serialized policy. */
export function parseCspPolicy(text: string): CspPolicy {
  const policy = new Map<string, readonly string[]>();
  for (const part of text.split(";")) {
    const [name, ...values] = part.split(SPACE).filter((word) => word !== "");
    if (name === undefined || policy.has(name.toLowerCase())) continue;
    policy.set(name.toLowerCase(), values);
  }
  return policy;
}

/** The enforced policies of a response; every one of them applies. A comma separates policies within one header. */
export function headerPolicies(headers: HeaderLines, name = "content-security-policy"): CspPolicy[] {
  return headerValues(headers, name)
    .flatMap((value) => value.split(","))
    .map(parseCspPolicy)
    .filter((policy) => policy.size > 0);
}

export function metaPolicies(contents: readonly string[]): CspPolicy[] {
  return contents
    .map((text) => new Map([...parseCspPolicy(text)].filter(([name]) => !HEADER_ONLY.has(name))))
    .filter((policy) => policy.size > 0);
}

/** The sources that govern a kind of request, after fallback; `undefined`: nothing restricts it. */
function sourcesFor(policy: CspPolicy, ...fallbacks: readonly string[]): readonly string[] | undefined {
  for (const name of fallbacks) {
    const sources = policy.get(name);
    if (sources) return sources.map((source) => source.toLowerCase());
  }
  return undefined;
}

const SCRIPT_ELEMENTS = ["script-src-elem", "script-src", "default-src"] as const;
const SCRIPT_ATTRIBUTES = ["script-src-attr", "script-src", "default-src"] as const;
const SCRIPTS = ["script-src", "default-src"] as const;

const has = (sources: readonly string[], keyword: string) => sources.includes(keyword);
const isKeyed = (source: string) => NONCE.test(source) || HASH.test(source);

/** Whether injected inline script runs (CSP3 §6.7.3.2: a nonce, a hash or 'strict-dynamic' switches 'unsafe-inline' off). */
export function allowsInlineScript(policy: CspPolicy): boolean {
  return [SCRIPT_ELEMENTS, SCRIPT_ATTRIBUTES].some((fallbacks) => {
    const sources = sourcesFor(policy, ...fallbacks);
    if (!sources) return true;
    return has(sources, "'unsafe-inline'") && !has(sources, "'strict-dynamic'") && !sources.some(isKeyed);
  });
}

/** `*`, a bare scheme, or any host: whoever can inject a `<script src>` can load their own. */
const ANYWHERE = /^(?:\*|https?:|wss?:|data:|blob:|filesystem:|(?:https?:\/\/)?\*(?::(?:\*|\d+))?\/?)$/;

export function allowsScriptFromAnywhere(policy: CspPolicy): boolean {
  const sources = sourcesFor(policy, ...SCRIPT_ELEMENTS);
  if (!sources) return true;
  return !has(sources, "'strict-dynamic'") && sources.some((source) => source !== "blob:" && ANYWHERE.test(source));
}

export function allowsEval(policy: CspPolicy): boolean {
  const sources = sourcesFor(policy, ...SCRIPTS);
  return !sources || has(sources, "'unsafe-eval'");
}

export function allowsAnyObject(policy: CspPolicy): boolean {
  const sources = sourcesFor(policy, "object-src", "default-src");
  return !sources || sources.some((source) => ANYWHERE.test(source));
}

export function allowsAnyBase(policy: CspPolicy): boolean {
  const sources = policy.get("base-uri");
  return !sources || sources.some((source) => ANYWHERE.test(source.toLowerCase()));
}

export function restrictsScripts(policy: CspPolicy): boolean {
  return sourcesFor(policy, ...SCRIPT_ELEMENTS) !== undefined;
}

/** Whether `frame-ancestors` is there and names something narrower than "any site". */
export function allowsAnyAncestor(policy: CspPolicy): boolean {
  const sources = policy.get("frame-ancestors");
  return !sources || sources.some((source) => ANYWHERE.test(source.toLowerCase()));
}
