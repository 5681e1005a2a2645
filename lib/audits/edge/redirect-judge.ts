import type { RedirectChain } from "../observation.ts";
import {
  type Hop,
  isNoName,
  isNotServed,
  isPlain,
  lastHost,
  PERMANENT,
  redirectsOf,
  startHost,
} from "./redirect-chain.ts";

/** The questions that are asked of each chain, by the rules and by the table of the host page alike. */

/** One to https on the same host, one to the canonical host. */
export const HOPS_MAX = 2;

/** Answers that give a client no content and no reason to send credentials. */
const REFUSALS: ReadonlySet<number> = new Set([400, 403, 421, 426]);

export type PlainAnswer = "serves-plain" | "stays-plain" | "other-host" | "unseen" | "ok" | "refused" | "not-served";

/** What the first answer over plain http does. `isUp`: the host is known to answer over https. */
export function plainAnswer(chain: RedirectChain, isUp: boolean): PlainAnswer {
  const answer = chain.hops[0];
  if (isNotServed(chain) && isUp) return "not-served";
  if (!answer) return "unseen";
  const first = redirectsOf({ hops: [answer] })[0];
  if (!first) return REFUSALS.has(answer.status) ? "refused" : "serves-plain";
  if (first.to.protocol !== "https:") return "stays-plain";
  return first.to.hostname === first.from.hostname ? "ok" : "other-host";
}

/** Whether the host of a chain answered at some https address. */
export function isHostUp(chain: RedirectChain, all: readonly RedirectChain[]): boolean {
  return all.some((other) => !isPlain(other) && other.hops.length > 0 && startHost(other) === startHost(chain));
}

export type ApiPlainAnswer = "serves" | "redirects" | "unseen" | "refused" | "not-served";

/** What an API does with a plain request, whose key has already crossed the network in the clear. */
export function apiPlainAnswer(chain: RedirectChain, isUp: boolean): ApiPlainAnswer {
  const status = chain.hops[0]?.status;
  if (isNotServed(chain) && isUp) return "not-served";
  if (status === undefined || status >= 500) return "unseen";
  if (status >= 300 && status < 400) return "redirects";
  // To ask for a password over plain http is to invite it in the clear.
  return status >= 400 && status !== 401 && status !== 407 ? "refused" : "serves";
}

/** A redirect that leaves https for http. */
export function downgrade(chain: RedirectChain): Hop | undefined {
  return redirectsOf(chain).find(({ from, to }) => from.protocol === "https:" && to.protocol === "http:");
}

export function isLoop(chain: RedirectChain): boolean {
  const asked = chain.hops.map(({ url }) => url);
  return /loop|too_many/.test(chain.error?.code ?? "") || new Set(asked).size < asked.length;
}

/**
 * A temporary redirect to another origin that asks who is there: OpenID Connect (Core §3.1.2.1), SAML (Bindings §3.4), or an
 * edge's own door. It comes back, so it is neither a move nor where the site is.
 */
function isSignIn({ from, to, status }: Hop): boolean {
  if (from.protocol !== "https:" || from.origin === to.origin || PERMANENT.has(status)) return false;
  const has = (name: string) => to.searchParams.has(name);
  const isOpenId = has("client_id") && has("redirect_uri");
  return isOpenId || has("SAMLRequest") || DOORS.some(([host, path]) => isAt(to, host, path));
}

/** Cloudflare Access, and the protection of deployments at Vercel. */
const DOORS = [
  [".cloudflareaccess.com", "/cdn-cgi/access/login"],
  ["vercel.com", "/sso-api"],
] as const;

const isAt = ({ hostname, pathname }: URL, host: string, path: string) =>
  (host.startsWith(".") ? hostname.endsWith(host) : hostname === host) && pathname.startsWith(path);

const failsTls = ({ error }: RedirectChain) => error?.step === "tls";

/**
 * Whether the handshake fails where a chain arrives. Where the target's own fails the TLS rules say so, and its variants
 * are likely to share the cause.
 */
export function isBrokenVariant(chain: RedirectChain, all: readonly RedirectChain[], host: string): boolean {
  return failsTls(chain) && !all.some((other) => failsTls(other) && lastHost(other) === host);
}

/** Redirects to another origin; what a site does within one origin is its own affair, and a sign-in is no move. */
export function moves(chain: RedirectChain): Hop[] {
  const redirects = redirectsOf(chain);
  const signIn = redirects.findIndex(isSignIn);
  const until = signIn === -1 ? redirects : redirects.slice(0, signIn);
  return until.filter(({ from, to }) => from.origin !== to.origin);
}

export function temporaryMove(chain: RedirectChain): Hop | undefined {
  return moves(chain).find(({ status }) => !PERMANENT.has(status));
}

/** What of a deep address does not survive a move. A language in front of the path, or a slash after it, keeps it. */
export function lostOnTheWay(chain: RedirectChain): { what: "path" | "query"; hop: Hop } | undefined {
  for (const hop of moves(chain)) {
    const { from, to } = hop;
    if (!withoutSlash(to.pathname).endsWith(withoutSlash(from.pathname))) return { what: "path", hop };
    const kept = new Set(pairsOf(to));
    if (!pairsOf(from).every((pair) => kept.has(pair))) return { what: "query", hop };
  }
  return undefined;
}

const pairsOf = ({ searchParams }: URL) => [...searchParams].map((pair) => pair.join("="));
const withoutSlash = (path: string) => (path.endsWith("/") ? path.slice(0, -1) : path);

/** Chains that start at something which exists: a name without a record and a closed port have nothing to redirect. */
export function liveChains(chains: readonly RedirectChain[]): RedirectChain[] {
  return chains.filter((chain) => !isNoName(chain) && !isNotServed(chain));
}

/** Whether a chain starts at an alias that the team notes, where nothing answers at all. */
export function isDeadAlias(chain: RedirectChain, all: readonly RedirectChain[], aliases: readonly string[]): boolean {
  const host = startHost(chain);
  const own = all.filter((other) => startHost(other) === host);
  return host !== undefined && aliases.includes(host) && liveChains(own).length === 0;
}

/** Where a chain ends: at the page that answers, or at the one that sends its visitors to sign in. */
export function endUrl(chain: RedirectChain): URL | undefined {
  const signIn = redirectsOf(chain).find(isSignIn);
  if (signIn) return signIn.from;
  return chain.error || chain.final === null ? undefined : (URL.parse(chain.final) ?? undefined);
}

/** Host and explicit port of where a chain ends. The scheme is left out: staying on http is judged apart. */
export function endOf(chain: RedirectChain): string | undefined {
  return endUrl(chain)?.host;
}
