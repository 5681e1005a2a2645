import type { RedirectChain } from "../observation.ts";
import { curlLine } from "../parse/curl-line.ts";
import { defineRule, outcome } from "../rule.ts";
import { chainEvidence, isNoName, isNotServed, isPlain, startHost } from "./redirect-chain.ts";
import { downgrade, isHostUp, plainAnswer } from "./redirect-judge.ts";

/** Worst first; the worst of all chains is the rule's answer. */
const ORDER = [
  "serves-plain",
  "stays-plain",
  "downgrade",
  "other-host",
  "variant-other-host",
  "unseen",
  "ok",
  "refused",
  "not-served",
] as const;
type Code = (typeof ORDER)[number];
/** `chain` is `null` for the target's own plain address where nobody looked. */
type Judged = { chain: RedirectChain | null; code: Code };

export const httpsRedirect = defineRule({
  id: "edge/https-redirect",
  check: "canonical-redirects",
  profiles: ["page", "alias"],
  needs: ["redirects"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "not-served": { verdict: "pass", severity: "info" },
    refused: { verdict: "pass", severity: "info" },
    "variant-other-host": { verdict: "warn", severity: "low" },
    "other-host": { verdict: "fail", severity: "medium" },
    downgrade: { verdict: "fail", severity: "high" },
    "stays-plain": { verdict: "fail", severity: "high" },
    "serves-plain": { verdict: "fail", severity: "high" },
    unseen: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ redirects: { chains }, target }) {
    const judged: Judged[] = chains.flatMap((chain) => {
      const code = judge(chain, chains, target.host);
      return code ? [{ chain, code }] : [];
    });
    const isOwnSeen = judged.some(({ chain }) => chain && isPlain(chain) && startHost(chain) === target.host);
    if (!isOwnSeen) judged.push({ chain: null, code: "unseen" });
    const [worst] = judged.toSorted((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code));
    const { chain, code } = worst ?? { chain: null, code: "unseen" };
    const first = chain?.hops[0];
    const facts = {
      start: chain?.start ?? `http://${target.host}`,
      status: String(first?.status ?? ""),
      location: (chain && code === "downgrade" ? downgrade(chain)?.to.href : first?.location) ?? "",
    };
    const plain = chains.filter((other) => isPlain(other) && other !== chain);
    return outcome(code, facts, chainEvidence(chain ? [chain, ...plain] : plain));
  },
  reproduce: ({ url }) => {
    const plain = new URL(url);
    plain.protocol = "http:";
    return curlLine("-sS -D - -o /dev/null", plain.href);
  },
});

/** `null`: nothing here to judge, such as a name that does not exist. */
function judge(chain: RedirectChain, all: readonly RedirectChain[], host: string): Code | null {
  if (!isPlain(chain)) return downgrade(chain) ? "downgrade" : null;
  const isOwn = startHost(chain) === host;
  if (!isOwn && (isNoName(chain) || isNotServed(chain))) return null;
  const code = plainAnswer(chain, isHostUp(chain, all));
  if (code === "other-host") return isOwn ? "other-host" : "variant-other-host";
  return code === "ok" && downgrade(chain) ? "downgrade" : code;
}
