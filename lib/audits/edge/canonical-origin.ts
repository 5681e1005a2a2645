import type { RedirectChain } from "../observation.ts";
import { curlLine } from "../parse/curl-line.ts";
import { defineRule, outcome } from "../rule.ts";
import { chainEvidence, isNotServed, lastHost, PERMANENT, redirectsOf } from "./redirect-chain.ts";

const HOPS_MAX = 2;

export const canonicalOrigin = defineRule({
  id: "edge/canonical-origin",
  check: "canonical-redirects",
  needs: ["redirects"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "too-many-hops": { verdict: "warn", severity: "low" },
    temporary: { verdict: "warn", severity: "low" },
    "path-lost": { verdict: "warn", severity: "medium" },
    "broken-variant": { verdict: "warn", severity: "medium" },
    "several-origins": { verdict: "fail", severity: "medium" },
    loop: { verdict: "fail", severity: "high" },
    unseen: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ redirects, target }) {
    const chains = redirects.chains.filter((chain) => chain.error?.code !== "nxdomain" && !isNotServed(chain));
    const evidence = chainEvidence(chains);
    const worst = (has: (chain: RedirectChain) => boolean) => chains.find(has)?.start;

    const loop = worst(isLoop);
    if (loop !== undefined) return outcome("loop", { start: loop }, evidence);
    const ends = [...new Set(chains.flatMap(({ error, final }) => (error ? [] : (hostOf(final) ?? []))))];
    if (ends.length > 1) return outcome("several-origins", { origins: ends.join(", ") }, evidence);
    // Where the target's own handshake fails, the TLS rules say so, and its variants are likely to share the cause.
    const isOwnBroken = chains.some((chain) => failsTls(chain) && lastHost(chain) === target.host);
    const broken = isOwnBroken ? undefined : worst(failsTls);
    if (broken !== undefined) return outcome("broken-variant", { start: broken }, evidence);
    const lost = worst(losesPath);
    if (lost !== undefined) return outcome("path-lost", { start: lost }, evidence);
    const temporary = worst(movesForNow);
    if (temporary !== undefined) return outcome("temporary", { start: temporary }, evidence);
    const long = worst((chain) => redirectsOf(chain).length > HOPS_MAX);
    if (long !== undefined) return outcome("too-many-hops", { start: long, most: String(HOPS_MAX) }, evidence);
    const unseen = worst(({ error }) => error !== null);
    if (unseen !== undefined || ends.length === 0) return outcome("unseen", { start: unseen ?? target.url }, evidence);
    return outcome("ok", { origin: originOf(chains) }, evidence);
  },
  reproduce: ({ url }) => curlLine("-sSL -o /dev/null -w '%{url_effective} %{num_redirects}\\n'", url),
});

/** Host and explicit port. The scheme is left out: staying on http is judged by edge/https-redirect. */
function hostOf(url: string | null): string | undefined {
  return (url === null ? null : URL.parse(url))?.host;
}

/** With its scheme, unless the site answers under both. */
function originOf(chains: readonly RedirectChain[]): string {
  const ends = chains.flatMap(({ final }) => (final === null ? null : URL.parse(final)) ?? []);
  const [first, ...others] = new Set(ends.map(({ origin }) => origin));
  return others.length === 0 ? (first ?? "") : (ends[0]?.host ?? "");
}

const failsTls = ({ error }: RedirectChain) => error?.step === "tls";

function isLoop(chain: RedirectChain): boolean {
  const asked = chain.hops.map(({ url }) => url);
  return /loop|too_many/.test(chain.error?.code ?? "") || new Set(asked).size < asked.length;
}

/** A deep address must survive the move to another origin; what a site does with `/` is its own affair. */
function losesPath(chain: RedirectChain): boolean {
  return redirectsOf(chain).some(({ from, to }) => {
    const isDeep = from.pathname !== "/" || from.search !== "";
    return isDeep && from.origin !== to.origin && `${from.pathname}${from.search}` !== `${to.pathname}${to.search}`;
  });
}

/** A move between hosts that is not permanent. Moves from http to https are judged by edge/https-redirect. */
function movesForNow(chain: RedirectChain): boolean {
  return redirectsOf(chain).some(({ from, to, status }) => from.hostname !== to.hostname && !PERMANENT.has(status));
}
