import type { RedirectChain } from "../observation.ts";
import { curlLine } from "../parse/curl-line.ts";
import { defineRule, outcome } from "../rule.ts";
import { chainEvidence, isNotServed, PERMANENT, redirectsOf, startsAt } from "./redirect-chain.ts";

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
    const own = redirects.chains.filter((chain) => startsAt(chain, target.host));
    const [plain, secure] = [own.filter(isPlain), own.filter((chain) => !isPlain(chain))];
    // A host that answers nowhere shows nothing about plain HTTP either.
    const isUp = secure.some(({ hops }) => hops.length > 0);
    const judged = plain.map((chain) => ({ chain, code: judge(chain, isUp) }));
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
    return curlLine("-sS -D - -o /dev/null", plain.href);
  },
});

const isPlain = ({ start }: RedirectChain) => start.startsWith("http:");

function judge(chain: RedirectChain, isUp: boolean): Code {
  const answer = chain.hops[0];
  if (isNotServed(chain) && isUp) return "not-served";
  if (!answer) return "unseen";
  const first = redirectsOf({ ...chain, hops: [answer] })[0];
  if (!first) return REFUSALS.has(answer.status) ? "refused" : "serves-plain";
  if (first.to.protocol !== "https:") return "stays-plain";
  if (first.to.hostname !== first.from.hostname) return "other-host";
  return PERMANENT.has(first.status) ? "ok" : "temporary";
}
