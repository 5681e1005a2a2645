import { curlLine } from "../parse/curl-line.ts";
import { defineRule, outcome } from "../rule.ts";
import { chainEvidence, isPlain, startHost } from "./redirect-chain.ts";
import { apiPlainAnswer, isHostUp } from "./redirect-judge.ts";

/** Worst first. */
const ORDER = ["serves", "redirects", "unseen", "refused", "not-served"] as const;

/** A client that follows a redirect has sent its key in the clear by then, and will do so again each time. */
export const apiPlainHttp = defineRule({
  id: "edge/api-plain-http",
  check: "canonical-redirects",
  profiles: ["api"],
  needs: ["redirects"],
  outcomes: {
    refused: { verdict: "pass", severity: "info" },
    "not-served": { verdict: "pass", severity: "info" },
    redirects: { verdict: "fail", severity: "medium" },
    serves: { verdict: "fail", severity: "high" },
    unseen: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ redirects: { chains }, target }) {
    const judged = chains
      .filter((chain) => isPlain(chain) && startHost(chain) === target.host)
      .map((chain) => ({ chain, code: apiPlainAnswer(chain, isHostUp(chain, chains)) }))
      .toSorted((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code));
    const [worst] = judged;
    const first = worst?.chain.hops[0];
    const facts = {
      start: worst?.chain.start ?? `http://${target.host}`,
      status: String(first?.status ?? ""),
      location: first?.location ?? "",
    };
    return outcome(worst?.code ?? "unseen", facts, chainEvidence(judged.map(({ chain }) => chain)));
  },
  reproduce: ({ url }) => {
    const plain = new URL(url);
    plain.protocol = "http:";
    return curlLine("-sS -D - -o /dev/null", plain.href);
  },
});
