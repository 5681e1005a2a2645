import type { RedirectChain } from "../observation.ts";
import type { Evidence } from "../types.ts";

export type Hop = { from: URL; to: URL; status: number };

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
export const PERMANENT: ReadonlySet<number> = new Set([301, 308]);

/** The redirects of a chain, with `Location` resolved; one that no browser could follow is left out. */
export function redirectsOf(chain: RedirectChain): Hop[] {
  return chain.hops.flatMap(({ url, status, location }) => {
    const from = URL.parse(url);
    const to = from && location !== null && REDIRECTS.has(status) ? URL.parse(location, from) : null;
    return from && to ? [{ from, to, status }] : [];
  });
}

export function chainEvidence(chains: readonly RedirectChain[]): Evidence[] {
  return chains.map((chain) => {
    const hops = chain.hops.map(({ status, location }) =>
      location === null ? `${status}` : `${status} → ${location}`,
    );
    const end = chain.error ? [`${chain.error.step}: ${chain.error.reason}`] : [];
    return { label: chain.start, value: [...hops, ...end].join(" · ") || "nothing" };
  });
}

/** Nothing speaks HTTP there: no listener, or one that speaks something else. */
export function isNotServed({ hops, error }: RedirectChain): boolean {
  return hops.length === 0 && (error?.step === "connect" || error?.code === "protocol_error");
}
