import type { CspPolicy } from "./csp.ts";
import { sourceMatches } from "./csp-match.ts";
import { type CspSource, parseCspSource } from "./csp-source.ts";

/** Which directive governs, nearest first (CSP3 §6.8.3); base-uri and frame-ancestors fall back to nothing. */
const CHAINS = {
  scriptElement: ["script-src-elem", "script-src", "default-src"],
  scriptAttribute: ["script-src-attr", "script-src", "default-src"],
  /** eval(), workers, and every script in a browser that does not know the two above (Safari before 15.4). */
  script: ["script-src", "default-src"],
  object: ["object-src", "default-src"],
  base: ["base-uri"],
  ancestor: ["frame-ancestors"],
} as const satisfies Record<string, readonly string[]>;
export type Chain = keyof typeof CHAINS;
const CHAIN_NAMES = Object.keys(CHAINS) as Chain[];
const SCRIPT_CHAINS = ["scriptElement", "scriptAttribute", "script"] as const satisfies readonly Chain[];

/** What governs each kind of request under one policy; nothing there: the policy does not restrict it. */
type Governing = { readonly [C in Chain]?: readonly CspSource[] };

/** Every policy that is enforced on a page. A request must get through all of them. */
export type Enforced = { policies: readonly Governing[]; self: URL };

/** `self` is the address of the page, for 'self' and for sources without a scheme. */
export function enforce(policies: readonly CspPolicy[], self: URL): Enforced {
  return { policies: policies.map(govern), self };
}

function govern(policy: CspPolicy): Governing {
  const parsed = new Map<string, readonly CspSource[]>();
  const sourcesOf = (name: string) => {
    const sources = parsed.get(name) ?? (policy.get(name) ?? []).map(parseCspSource);
    parsed.set(name, sources);
    return sources;
  };
  return Object.fromEntries(
    CHAIN_NAMES.flatMap((chain) => {
      const name = CHAINS[chain].find((one) => policy.has(one));
      return name === undefined ? [] : [[chain, sourcesOf(name)]];
    }),
  );
}

/** The sources of all policies for these kinds of requests. */
export function sourcesFor({ policies }: Enforced, chains: readonly Chain[]): CspSource[] {
  return chains.flatMap((chain) => policies.flatMap((policy) => policy[chain] ?? []));
}

export function hasKeyword(sources: readonly CspSource[], keyword: string): boolean {
  return sources.some((source) => source.kind === "keyword" && source.keyword === keyword);
}

export const isKeyed = ({ kind }: CspSource) => kind === "nonce" || kind === "hash";

export function isRestricted({ policies }: Enforced, chain: Chain): boolean {
  return policies.some((policy) => policy[chain] !== undefined);
}

/** Whether injected inline script of some kind runs. */
export function permitsInlineScript({ policies }: Enforced): boolean {
  return SCRIPT_CHAINS.some((chain) => policies.every((policy) => allowsInline(policy[chain])));
}

/** A nonce, a hash or 'strict-dynamic' switches 'unsafe-inline' off (CSP3 §6.7.3.2). */
function allowsInline(sources: readonly CspSource[] | undefined): boolean {
  if (sources === undefined) return true;
  return hasKeyword(sources, "unsafe-inline") && !hasKeyword(sources, "strict-dynamic") && !sources.some(isKeyed);
}

/** Whether injected markup can load this address. It carries no nonce, so 'strict-dynamic' voids hosts and schemes for it. */
export function permitsUrl({ policies, self }: Enforced, url: URL, chains: readonly Chain[]): boolean {
  return chains.some((chain) => {
    const isScript = SCRIPT_CHAINS.some((one) => one === chain);
    return policies.every((policy) => {
      const sources = policy[chain];
      if (sources === undefined) return true;
      if (isScript && hasKeyword(sources, "strict-dynamic")) return false;
      return sources.some((source) => sourceMatches(source, url, self));
    });
  });
}

/** Whether every policy has the keyword, or does not restrict this. */
export function permitsKeyword({ policies }: Enforced, chain: Chain, keyword: string): boolean {
  return policies.every((policy) => policy[chain] === undefined || hasKeyword(policy[chain] ?? [], keyword));
}
