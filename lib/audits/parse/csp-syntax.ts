import { cspDirectives, HEADER_ONLY } from "./csp.ts";
import { isIpv4 } from "./csp-match.ts";
import { type CspSource, isUnquoted, parseCspSource } from "./csp-source.ts";
import { DEPRECATED, KNOWN, SOURCE_LISTS, WORDS } from "./csp-vocabulary.ts";

/** Worst first: what makes a policy say something else than it was meant to. */
export const CSP_SYNTAX_CODES = [
  "missing-semicolon",
  "not-ascii",
  "duplicate-directive",
  "unknown-directive",
  "unquoted-keyword",
  "invalid-source",
  "header-only",
  "plain-http-source",
  "ip-source",
  "deprecated-directive",
] as const;
export type CspSyntaxCode = (typeof CSP_SYNTAX_CODES)[number];
export type CspSyntaxFault = { code: CspSyntaxCode; directive: string; value: string };

/** The faults of one serialized policy, in its order. */
export function cspSyntaxFaults(text: string, from: "header" | "meta" = "header"): CspSyntaxFault[] {
  const directives = cspDirectives(text);
  const isInherited = !directives.some(({ name }) => name === "script-src");
  const seen = new Set<string>();
  return directives.flatMap(({ name, values, isAscii }) => {
    if (!isAscii) return [{ code: "not-ascii", directive: name, value: values.join(" ") } as const];
    const isRepeated = seen.has(name);
    seen.add(name);
    // Where scripts may come from is judged by edge/csp.
    const isOfScripts = name.startsWith("script-src") || (name === "default-src" && isInherited);
    const faults = DEPRECATED.has(name) ? [] : valueFaults(name, values);
    return [
      ...nameFaults(name, isRepeated, from),
      ...faults.filter(({ code }) => !(isOfScripts && code === "plain-http-source")),
    ];
  });
}

function nameFaults(directive: string, isRepeated: boolean, from: "header" | "meta"): CspSyntaxFault[] {
  const codes = [
    isRepeated ? "duplicate-directive" : null,
    KNOWN.has(directive) ? null : "unknown-directive",
    from === "meta" && HEADER_ONLY.has(directive) ? "header-only" : null,
    DEPRECATED.has(directive) ? "deprecated-directive" : null,
  ] as const;
  return codes.flatMap((code) => (code === null ? [] : [{ code, directive, value: "" }]));
}

function valueFaults(directive: string, values: readonly string[]): CspSyntaxFault[] {
  return values.flatMap((value) => {
    const code = valueFault(directive, value, values.length);
    return code === null ? [] : [{ code, directive, value }];
  });
}

function valueFault(directive: string, value: string, count: number): CspSyntaxCode | null {
  if (KNOWN.has(value.toLowerCase()) && directive !== "report-to") return "missing-semicolon";
  if (directive === "report-uri") return /^http:/i.test(value) ? "plain-http-source" : null;
  if (!SOURCE_LISTS.has(directive)) return WORDS.get(directive)?.test(value) === false ? "invalid-source" : null;
  if (isUnquoted(value)) return "unquoted-keyword";
  return sourceFault(parseCspSource(value), count);
}

function sourceFault(source: CspSource, count: number): CspSyntaxCode | null {
  if (source.kind === "invalid") return "invalid-source";
  // 'none' counts only where it stands alone (CSP3 §6.7.2.7).
  if (source.kind === "keyword" && source.keyword === "none" && count > 1) return "invalid-source";
  if (source.kind === "host" && isIpv4(source.host) && source.host !== "127.0.0.1") return "ip-source";
  const isPlain = (source.kind === "host" || source.kind === "scheme") && source.scheme === "http";
  return isPlain ? "plain-http-source" : null;
}
