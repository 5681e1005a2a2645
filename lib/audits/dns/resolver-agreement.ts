import type { DnsQuestion, PartValue } from "../observation.ts";
import { answerEvidence, conclusiveAnswers } from "../parse/dns-answers.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";

export const resolverAgreement = defineRule({
  id: "dns/resolver-agreement",
  check: "dns-status",
  needs: ["dns"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
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
    if (sets(dns.ns).size > 1) return outcome("nameservers-differ", facts, evidence);
    if (addressesDiffer(dns)) return outcome("addresses-differ", facts, evidence);
    return outcome("ok", facts, evidence);
  },
  reproduce: ({ host }) => `for r in 1.1.1.1 8.8.8.8; do dig +short @$r ${shellQuote(host)} A; done`,
});

function existenceDiffers(question: DnsQuestion): boolean {
  return new Set(conclusiveAnswers(question).map((answer) => answer.status === "nxdomain")).size > 1;
}

/** The distinct record sets among the resolvers, in no order and without regard to case. */
function sets(question: DnsQuestion): Set<string> {
  return new Set(conclusiveAnswers(question).map(({ records }) => recordSet(records).join("\n")));
}

const recordSet = (records: readonly string[]) => [...new Set(records.map((record) => record.toLowerCase()))].sort();

/** Sets that overlap, or that lie behind one CNAME, are a provider's load balancing. */
function addressesDiffer({ a, aaaa, cname }: PartValue<"dns">): boolean {
  const [alias, ...others] = sets(cname);
  if (alias !== undefined && alias !== "" && others.length === 0) return false;
  return [a, aaaa].some((question) => {
    const answers = conclusiveAnswers(question).map(({ records }) => recordSet(records));
    return answers.some((one) => answers.some((other) => isDisjoint(one, other)));
  });
}

function isDisjoint(one: readonly string[], other: readonly string[]): boolean {
  return one.length + other.length > 0 && !one.some((record) => other.includes(record));
}
