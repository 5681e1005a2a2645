import type { DnsQuestion } from "../observation.ts";
import { answerEvidence, conclusiveAnswers, settle } from "../parse/dns-answers.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";
import { agree } from "./agreement.ts";
import { isSpread } from "./spread.ts";

export const resolverAgreement = defineRule({
  id: "dns/resolver-agreement",
  check: "dns-status",
  needs: ["dns"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    spread: { verdict: "pass", severity: "info" },
    "existence-differs": { verdict: "fail", severity: "high" },
    "nameservers-differ": { verdict: "warn", severity: "medium" },
    "addresses-differ": { verdict: "warn", severity: "low" },
    "one-resolver": { verdict: "not_applicable", severity: "info" },
    unanswered: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ dns, target }) {
    const evidence = [dns.a, dns.aaaa, dns.cname, dns.ns].flatMap(answerEvidence);
    const facts = { host: target.host, domain: target.domain };
    if (new Set(dns.a.answers.map((answer) => answer.resolver)).size < 2)
      return outcome("one-resolver", facts, evidence);
    if (conclusiveAnswers(dns.a).length < 2) return outcome("unanswered", facts, evidence);
    if (existenceDiffers(dns.a)) return outcome("existence-differs", facts, evidence);
    if (!agree(dns.ns)) return outcome("nameservers-differ", facts, evidence);
    // Behind one CNAME, different addresses are a provider's load balancing.
    const hasOneAlias = settle(dns.cname).state === "found" && agree(dns.cname);
    const unequal = hasOneAlias ? [] : [dns.a, dns.aaaa].filter((question) => !agree(question));
    if (unequal.length > 0) {
      const isMeant = unequal.every((question) => isSpread([question], target.notes.expects));
      return outcome(isMeant ? "spread" : "addresses-differ", facts, evidence);
    }
    return outcome("ok", facts, evidence);
  },
  reproduce: ({ host }) => `for r in 1.1.1.1 8.8.8.8; do dig +short @$r ${shellQuote(host)} A; done`,
});

function existenceDiffers(question: DnsQuestion): boolean {
  return new Set(conclusiveAnswers(question).map((answer) => answer.status === "nxdomain")).size > 1;
}
