import { networkOf, parseSpf, reachedTerms } from "../parse/spf.ts";
import { SPF_LOOKUPS_MAX } from "../parse/spf-session.ts";
import type { SpfMemory, SpfNode } from "../parse/spf-tree.ts";
import type { DnsRecord } from "../types.ts";

/** Fits, with what stands beside it, into an answer that needs no TCP (RFC 7208 §3.4). */
const RECORD_CHARS_MAX = 450;

const isAll = (word: string) => /^[-+~?]?all$/i.test(word);
const wordsOf = (text: string) =>
  text
    .slice("v=spf1".length)
    .split(" ")
    .filter((word) => word !== "");
const isValidWord = (word: string) => parseSpf(`v=spf1 ${word}`).ok;

export function spfRecord(domain: string, words: readonly string[]): DnsRecord[] {
  return [{ name: domain, type: "TXT", value: ["v=spf1", ...words].join(" ") }];
}

/** One record with the valid terms of all, each once, and the strictest ending that any of them has. */
export function mergedSpf(domain: string, records: readonly string[]): DnsRecord[] {
  const words = records.flatMap(wordsOf).filter(isValidWord);
  const ending = words.some((word) => word.toLowerCase() === "-all") ? "-all" : "~all";
  const terms = words.filter((word) => !isAll(word) && !/^redirect=/i.test(word));
  return spfRecord(domain, [...new Set(terms), ending]);
}

/**
 * The record with some terms left out. It ends as it did where that closes it and no sender can have stood behind what is
 * left out, else in `~all`, so that whoever still has to be added is not refused meanwhile.
 */
export function spfWithout(
  domain: string,
  text: string,
  isDropped: (word: string) => boolean,
  isHarmless = false,
): DnsRecord[] {
  const words = wordsOf(text);
  const kept = words.filter((word) => !isDropped(word));
  const isClosed = kept.some((word) => /^(?:[-~]all|redirect=.*)$/i.test(word));
  const isSame = kept.length === words.length;
  if (isClosed && (isHarmless || isSame)) return spfRecord(domain, kept);
  return spfRecord(domain, [...kept.filter((word) => !isAll(word) && !/^redirect=/i.test(word)), "~all"]);
}

export function withoutInvalidTerms(domain: string, text: string): DnsRecord[] {
  return spfWithout(domain, text, (word) => !isValidWord(word));
}

/** The record with plain `a` terms written out as the addresses that they lead to now; nothing where there are none. */
export function withAddresses(domain: string, text: string, memory: SpfMemory): DnsRecord[] {
  const words = wordsOf(text).flatMap((word) => {
    const [, spec] = /^\+?a(?::([^/%]+))?$/i.exec(word) ?? [];
    if (!/^\+?a(?::|$)/i.test(word) || /[/%]/.test(word)) return [word];
    const name = (spec ?? domain).toLowerCase();
    const [four, six] = (["A", "AAAA"] as const).map((type) => memory({ name, type }));
    const networks = [
      ...(four?.state === "found" ? four.records.map((address) => `ip4:${address}`) : []),
      ...(six?.state === "found" ? six.records.map((address) => `ip6:${address}`) : []),
    ].filter(isValidWord);
    return networks.length > 0 ? networks : [word];
  });
  const isSame = words.every((word) => wordsOf(text).includes(word));
  return isSame ? [] : spfRecord(domain, [...new Set(words)]);
}

/**
 * The record with includes that hold nothing but networks written out, the cheapest first, until the look-ups suffice.
 * Nothing where that would not fit into one answer.
 */
export function flattenedSpf(domain: string, root: SpfNode): DnsRecord[] {
  const candidates = root.terms
    .flatMap(({ text, child }) => {
      const networks = child && networksOf(child);
      return child && networks ? [{ text, networks, saved: 1 + child.lookupsBelow }] : [];
    })
    .sort((a, b) => a.networks.length / a.saved - b.networks.length / b.saved);
  const written = new Map<string, string[]>();
  let lookups = root.lookupsBelow;
  for (const { text, networks, saved } of candidates) {
    if (lookups <= SPF_LOOKUPS_MAX) break;
    written.set(text, networks);
    lookups -= saved;
  }
  const words = [...new Set(wordsOf(root.record ?? "").flatMap((word) => written.get(word) ?? [word]))];
  const fits = lookups <= SPF_LOOKUPS_MAX && words.join(" ").length <= RECORD_CHARS_MAX;
  return fits ? spfRecord(domain, words) : [];
}

/** All networks that a record and those behind it let in; `null` where it turns on anything else. */
function networksOf(node: SpfNode): string[] | null {
  const record = node.record === null ? undefined : parseSpf(node.record);
  if (node.state !== "ok" || !record?.ok) return null;
  const found: string[] = [];
  for (const [index, term] of reachedTerms(record).entries()) {
    if (term.mechanism === "all") return term.qualifier === "+" ? null : found;
    if (term.qualifier !== "+") return null;
    const child = node.terms[index]?.child;
    const inner = term.mechanism === "include" && child ? networksOf(child) : null;
    if (inner) found.push(...inner);
    else if (/^ip[46]$/.test(term.mechanism)) found.push(shortNetwork(term));
    else return null;
  }
  return record.redirect === null ? found : null;
}

function shortNetwork(term: Parameters<typeof networkOf>[0]): string {
  const { address, bits } = networkOf(term);
  const isSingle = bits === (term.mechanism === "ip4" ? 32 : 128);
  return `${term.mechanism}:${address}${isSingle ? "" : `/${bits}`}`;
}
