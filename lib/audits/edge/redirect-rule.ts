import type { RedirectChain } from "../observation.ts";
import { curlLine } from "../parse/curl-line.ts";
import type { RuleId } from "../rule.ts";
import { defineRule, outcome } from "../rule.ts";
import type { Outcome, Outcomes } from "../types.ts";
import { chainEvidence, redirectsOf } from "./redirect-chain.ts";
import { liveChains } from "./redirect-judge.ts";

const COMMON = {
  ok: { verdict: "pass", severity: "info" },
  "no-redirects": { verdict: "not_applicable", severity: "info" },
  unseen: { verdict: "inconclusive", severity: "info" },
} as const satisfies Outcomes;

/** A rule that asks the same of every chain. `judge` says what is wrong with one; the first fault is the answer. */
export function defineRedirectRule<const Id extends RuleId, const O extends Outcomes>(rule: {
  id: Id;
  outcomes: O;
  judge(chain: RedirectChain): Outcome<Extract<keyof O, string>> | null;
}) {
  return defineRule({
    id: rule.id,
    check: "canonical-redirects",
    profiles: ["page", "alias"],
    needs: ["redirects"],
    outcomes: { ...rule.outcomes, ...COMMON },
    evaluate({ redirects, target }): Outcome<Extract<keyof O, string> | keyof typeof COMMON> {
      const chains = liveChains(redirects.chains);
      const evidence = chainEvidence(chains);
      for (const chain of chains) {
        const fault = rule.judge(chain);
        if (fault) return { ...fault, evidence: chainEvidence([chain, ...chains.filter((other) => other !== chain)]) };
      }
      const broken = chains.find(({ error }) => error !== null);
      if (broken || chains.length === 0) return outcome("unseen", { start: broken?.start ?? target.url }, evidence);
      return outcome(chains.some((chain) => redirectsOf(chain).length > 0) ? "ok" : "no-redirects", {}, evidence);
    },
    reproduce: ({ url }) => curlLine("-sSL -D - -o /dev/null", url),
  });
}
