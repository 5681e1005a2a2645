import type { RedirectChain } from "../observation.ts";
import { curlLine } from "../parse/curl-line.ts";
import { defineRule, outcome } from "../rule.ts";
import { chainEvidence, lastHost, startHost } from "./redirect-chain.ts";
import { endOf, endUrl, isBrokenVariant, isDeadAlias, isLoop, liveChains } from "./redirect-judge.ts";

export const canonicalOrigin = defineRule({
  id: "edge/canonical-origin",
  check: "canonical-redirects",
  profiles: ["page", "alias"],
  needs: ["redirects"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "leads-on": { verdict: "pass", severity: "info" },
    "dead-alias": { verdict: "warn", severity: "medium" },
    "broken-variant": { verdict: "warn", severity: "medium" },
    "several-origins": { verdict: "fail", severity: "medium" },
    "alias-stays": { verdict: "fail", severity: "medium" },
    loop: { verdict: "fail", severity: "high" },
    unseen: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ redirects, target }) {
    const chains = liveChains(redirects.chains);
    const evidence = chainEvidence(chains);
    const worst = (has: (chain: RedirectChain) => boolean) => chains.find(has)?.start;
    const isAlias = target.notes.profile === "alias";

    const loop = worst(isLoop);
    if (loop !== undefined) return outcome("loop", { start: loop }, evidence);
    const ends = [...new Set(chains.flatMap((chain) => endOf(chain) ?? []))];
    const stays = isAlias ? worst((chain) => chain.error === null && lastHost(chain) === target.host) : undefined;
    if (stays !== undefined) return outcome("alias-stays", { start: stays, host: target.host }, evidence);
    if (ends.length > 1) return outcome("several-origins", { origins: ends.join(", ") }, evidence);
    const broken = worst((chain) => isBrokenVariant(chain, chains, target.host));
    if (broken !== undefined) return outcome("broken-variant", { start: broken }, evidence);
    const { aliases } = target.notes;
    const dead = redirects.chains.find((chain) => isDeadAlias(chain, redirects.chains, aliases));
    if (dead) return outcome("dead-alias", { host: startHost(dead) ?? "" }, [...chainEvidence([dead]), ...evidence]);
    const unseen = worst(({ error }) => error !== null);
    if (unseen !== undefined || ends.length === 0) return outcome("unseen", { start: unseen ?? target.url }, evidence);
    return outcome(isAlias ? "leads-on" : "ok", { origin: originOf(chains) }, evidence);
  },
  reproduce: ({ url }) => curlLine("-sSL -o /dev/null -w '%{url_effective} %{num_redirects}\\n'", url),
});

/** With its scheme, unless the site answers under both. */
function originOf(chains: readonly RedirectChain[]): string {
  const ends = chains.flatMap((chain) => endUrl(chain) ?? []);
  const [first, ...others] = new Set(ends.map(({ origin }) => origin));
  return others.length === 0 ? (first ?? "") : (ends[0]?.host ?? "");
}
