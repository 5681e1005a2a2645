import type { RedirectChain } from "../observation.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";
import { chainEvidence, isNotServed, PERMANENT, redirectsOf } from "./redirect-chain.ts";

/** Answers that give a client no content and no reason to send credentials. */
const REFUSALS: ReadonlySet<number> = new Set([400, 403, 421, 426]);

/** Worst first; the worst of a host's chains is the rule's answer. */
const ORDER = [
  "serves-plain",
  "stays-plain",
  "other-host",
  "temporary",
  "unseen",
  "ok",
  "refused",
  "not-served",
] as const;
type Code = (typeof ORDER)[number];

export const httpsRedirect = defineRule({
  id: "edge/https-redirect",
  check: "canonical-redirects",
  needs: ["redirects"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "not-served": { verdict: "pass", severity: "info" },
    refused: { verdict: "pass", severity: "info" },
    temporary: { verdict: "warn", severity: "low" },
    "other-host": { verdict: "fail", severity: "medium" },
    "stays-plain": { verdict: "fail", severity: "high" },
    "serves-plain": { verdict: "fail", severity: "high" },
    unseen: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ redirects, target }) {
    const plain = redirects.chains.filter(({ start }) => {
      const url = URL.parse(start);
      return url?.protocol === "http:" && url.hostname.replace(/^\[|\]$/g, "") === target.host;
    });
    const judged = plain.map((chain) => ({ chain, code: judge(chain) }));
    const code = ORDER.find((one) => judged.some((each) => each.code === one)) ?? "unseen";
    const chain = judged.find((each) => each.code === code)?.chain;
    const first = chain?.hops[0];
    const facts = {
      start: chain?.start ?? `http://${target.host}`,
      status: String(first?.status ?? ""),
      location: first?.location ?? "",
    };
    return outcome(code, facts, chainEvidence(plain));
  },
  reproduce: ({ url }) => {
    const plain = new URL(url);
    plain.protocol = "http:";
    return `curl -sS -D - -o /dev/null ${shellQuote(plain.href)}`;
  },
});

function judge(chain: RedirectChain): Code {
  const answer = chain.hops[0];
  if (isNotServed(chain)) return "not-served";
  if (!answer) return "unseen";
  const first = redirectsOf({ ...chain, hops: [answer] })[0];
  if (!first) return REFUSALS.has(answer.status) ? "refused" : "serves-plain";
  if (first.to.protocol !== "https:") return "stays-plain";
  if (first.to.hostname !== first.from.hostname) return "other-host";
  return PERMANENT.has(first.status) ? "ok" : "temporary";
}
