import type { DnsQuestion } from "../observation.ts";
import { parseCaa, parseIssuer } from "../parse/caa.ts";
import { settle } from "../parse/dns-answers.ts";

/**
 * Whether the CAA records on the way up from a host (RFC 8659 §3) let an authority issue for it. `caa` are the domains
 * that it goes by; `null`: not known. A wildcard is governed by `issuewild` where there is any (§4.3).
 */
export function caaAllows(
  climb: readonly DnsQuestion[],
  caa: readonly string[] | null,
  isWildcard: boolean,
): "allowed" | "forbidden" | "unknown" {
  for (const question of climb) {
    const answer = settle(question);
    if (answer.state === "unanswered") return "unknown";
    if (answer.state !== "found") continue;
    const records = answer.records.flatMap((record) => parseCaa(record) ?? []);
    const wild = isWildcard ? records.filter(({ tag }) => tag === "issuewild") : [];
    const governing = wild.length > 0 ? wild : records.filter(({ tag }) => tag === "issue");
    if (governing.length === 0) return "allowed";
    const named = governing.flatMap(({ value }) => parseIssuer(value) || []);
    if (named.length === 0) return "forbidden";
    if (caa === null) return "unknown";
    return named.some((domain) => caa.includes(domain)) ? "allowed" : "forbidden";
  }
  return climb.length > 0 ? "allowed" : "unknown";
}
