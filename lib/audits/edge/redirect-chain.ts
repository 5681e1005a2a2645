import type { RedirectChain } from "../observation.ts";
import type { Evidence } from "../types.ts";

/** What the DNS itself says: nobody can get there, from anywhere. */
export const HAS_NO_ADDRESS: ReadonlySet<string> = new Set(["nxdomain", "no_address"]);

export type Hop = { from: URL; to: URL; status: number };

const BRACKETS = /^\[|\]$/g;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
export const PERMANENT: ReadonlySet<number> = new Set([301, 308]);

/** The redirects of a chain, with `Location` resolved; one that no browser could follow is left out. */
export function redirectsOf(chain: Pick<RedirectChain, "hops">): Hop[] {
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

/** Plain requests that a port for TLS alone ends so: with bytes of TLS, or by closing the connection. */
const NOT_PLAIN: ReadonlySet<string> = new Set(["protocol_error", "reset"]);

/** Nothing answers there: no listener, or at a plain address one that does not speak plain HTTP. */
export function isNotServed({ start, hops, error }: RedirectChain): boolean {
  if (hops.length > 0 || error === null) return false;
  return error.step === "connect" || (start.startsWith("http:") && error.step === "http" && NOT_PLAIN.has(error.code));
}

/** The name that the chain starts at has no address in the DNS. */
export function isNoName({ hops, error }: RedirectChain): boolean {
  return hops.length === 0 && error !== null && HAS_NO_ADDRESS.has(error.code);
}

export const isPlain = ({ start }: RedirectChain) => start.startsWith("http:");

/** The host where a chain starts, without brackets. */
export function startHost({ start }: RedirectChain): string | undefined {
  return URL.parse(start)?.hostname.replace(BRACKETS, "");
}

/** The host that was asked last, without brackets: the one that answered, or where the chain broke. */
export function lastHost(chain: RedirectChain): string | undefined {
  return redirectsOf(chain).at(-1)?.to.hostname.replace(BRACKETS, "") ?? startHost(chain);
}
