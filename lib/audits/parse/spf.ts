import ipaddr from "ipaddr.js";
import { isDomainSpec, isMacroString } from "./spf-macro.ts";

type SpfQualifier = "+" | "-" | "~" | "?";
type SpfMechanism = "all" | "include" | "a" | "mx" | "ptr" | "ip4" | "ip6" | "exists";
export type SpfTerm = { text: string; qualifier: SpfQualifier; mechanism: SpfMechanism; value: string };
export type ValidSpf = { ok: true; terms: readonly SpfTerm[]; redirect: string | null; exp: string | null };
export type SpfRecord = ValidSpf | { ok: false; term: string; why: string };

/** Whether a TXT record claims to be SPF: the version is followed by a space or by nothing (RFC 7208 §4.5). */
export function isSpfRecord(text: string): boolean {
  return /^v=spf1(?: |$)/i.test(text);
}

const bad = (term: string, why: string) => ({ ok: false, term, why }) as const;

/** Any syntax error anywhere makes the whole record a permerror (RFC 7208 §4.6). */
export function parseSpf(text: string): SpfRecord {
  const terms: SpfTerm[] = [];
  const modifiers = new Map<string, string>();
  for (const word of text.slice("v=spf1".length).split(" ")) {
    if (word === "") continue;
    const modifier = /^([A-Za-z][A-Za-z0-9._-]*)=(.*)$/s.exec(word);
    if (modifier) {
      const name = (modifier[1] ?? "").toLowerCase();
      const value = modifier[2] ?? "";
      const isKnown = name === "redirect" || name === "exp";
      if (isKnown && modifiers.has(name)) return bad(word, `${name}= is given twice`);
      if (isKnown ? !isDomainSpec(value) : !isMacroString(value)) return bad(word, "the value is not a valid name");
      modifiers.set(name, value);
      continue;
    }
    const term = parseMechanism(word);
    if ("why" in term) return term;
    terms.push(term);
  }
  return { ok: true, terms, redirect: modifiers.get("redirect") ?? null, exp: modifiers.get("exp") ?? null };
}

function parseMechanism(word: string): SpfTerm | Extract<SpfRecord, { ok: false }> {
  const match = /^([-+~?]?)([A-Za-z][A-Za-z0-9]*)(.*)$/s.exec(word);
  const mechanism = (match?.[2] ?? "").toLowerCase();
  if (!match || !Object.hasOwn(VALUE_OF, mechanism)) return bad(word, "there is no such mechanism");
  const value = match[3] ?? "";
  if (!VALUE_OF[mechanism as SpfMechanism](value)) return bad(word, "its value is not valid");
  const qualifier = (match[1] || "+") as SpfQualifier;
  return { text: word, qualifier, mechanism: mechanism as SpfMechanism, value };
}

const VALUE_OF: Record<SpfMechanism, (value: string) => boolean> = {
  all: (value) => value === "",
  include: isColonDomain,
  exists: isColonDomain,
  ptr: (value) => value === "" || isColonDomain(value),
  a: isHostWithPrefixes,
  mx: isHostWithPrefixes,
  ip4: (value) => isNetwork(value, isIpv4, 32),
  ip6: (value) => isNetwork(value, isIpv6, 128),
};

function isColonDomain(value: string): boolean {
  return value.startsWith(":") && isDomainSpec(value.slice(1));
}

function isPrefixLength(digits: string | undefined, most: number): boolean {
  return digits === undefined || (/^(?:0|[1-9]\d{0,2})$/.test(digits) && Number(digits) <= most);
}

const PREFIXES = /(?:(?<!\/)\/(\d+))?(?:\/\/(\d+))?$/;

/** `[":" domain-spec] ["/" 0-32] ["//" 0-128]` */
function isHostWithPrefixes(value: string): boolean {
  const match = PREFIXES.exec(value);
  const host = value.slice(0, match?.index);
  return (host === "" || isColonDomain(host)) && isPrefixLength(match?.[1], 32) && isPrefixLength(match?.[2], 128);
}

/** The parts of the value of a valid `a` or `mx`. */
export function hostOf(value: string): { spec: string; bits4: number; bits6: number } {
  const match = PREFIXES.exec(value);
  return {
    spec: value.slice(1, match?.index),
    bits4: Number(match?.[1] ?? 32),
    bits6: Number(match?.[2] ?? 128),
  };
}

/** The network of a valid `ip4` or `ip6`. */
export function networkOf({ mechanism, value }: SpfTerm): { address: string; bits: number } {
  const [address = "", length] = value.slice(1).split("/");
  return { address, bits: Number(length ?? (mechanism === "ip4" ? 32 : 128)) };
}

function isNetwork(value: string, isAddress: (text: string) => boolean, most: number): boolean {
  if (!value.startsWith(":")) return false;
  const [address = "", length, ...more] = value.slice(1).split("/");
  return more.length === 0 && isAddress(address) && isPrefixLength(length, most);
}

function isIpv4(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

function isIpv6(text: string): boolean {
  return /^[0-9A-Fa-f:.]+$/.test(text) && text.includes(":") && ipaddr.IPv6.isValid(text);
}

const LOOKUPS: ReadonlySet<SpfMechanism> = new Set(["include", "a", "mx", "ptr", "exists"]);

/** The terms up to the first `all`, behind which nothing is looked at. */
export function reachedTerms({ terms }: ValidSpf): readonly SpfTerm[] {
  const all = terms.findIndex((term) => term.mechanism === "all");
  return all < 0 ? terms : terms.slice(0, all + 1);
}

/** Beside `all`, redirect counts for nothing (RFC 7208 §6.1). */
export function effectiveRedirect({ terms, redirect }: ValidSpf): string | null {
  return terms.some(({ mechanism }) => mechanism === "all") ? null : redirect;
}

export function costsLookup({ mechanism }: SpfTerm): boolean {
  return LOOKUPS.has(mechanism);
}

/** Terms of this record alone that cost a receiver a look-up; the whole evaluation may have 10 (RFC 7208 §4.6.4). */
export function countDirectLookups(record: ValidSpf): number {
  const redirects = effectiveRedirect(record) === null ? 0 : 1;
  return reachedTerms(record).filter(costsLookup).length + redirects;
}

/** The term, if any, by which every address passes: `+all` or a network of the whole internet. */
export function passesEveryone(record: ValidSpf): SpfTerm | undefined {
  const first = record.terms.findIndex(
    ({ mechanism, value }) => mechanism === "all" || (/^ip[46]$/.test(mechanism) && /\/0$/.test(value)),
  );
  const term = record.terms[first];
  return term?.qualifier === "+" ? term : undefined;
}
