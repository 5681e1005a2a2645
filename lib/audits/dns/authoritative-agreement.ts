import type { DnsQuestion } from "../observation.ts";
import { answerEvidence, conclusiveAnswers, settle } from "../parse/dns-answers.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";
import { agree, anyAgree } from "./agreement.ts";

export const authoritativeAgreement = defineRule({
  id: "dns/authoritative-agreement",
  check: "dns-status",
  needs: ["dns", "zone"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "servers-differ": { verdict: "fail", severity: "medium" },
    "resolvers-differ": { verdict: "warn", severity: "low" },
    "nameservers-differ": { verdict: "warn", severity: "medium" },
    "not-asked": { verdict: "inconclusive", severity: "info" },
    unanswered: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ dns, zone, target }) {
    const facts = { host: target.host, zone: zone.apex };
    if (zone.notAsked !== null) return outcome("not-asked", { ...facts, reason: zone.notAsked });
    const ask = (type: string, name = target.host) =>
      zone.answers.find((own) => own.type === type && own.name === name);
    const [a, aaaa, cname, ns] = [ask("A"), ask("AAAA"), ask("CNAME"), ask("NS", zone.apex)];
    if (!a || !aaaa || !cname || !ns || conclusiveAnswers(a).length === 0) return outcome("unanswered", facts);

    // Of an alias, the servers of this zone know only the alias.
    const isAlias = settle(cname).state === "found";
    const pairs: [own: DnsQuestion, resolvers: DnsQuestion][] = isAlias
      ? [[cname, dns.cname]]
      : [
          [a, dns.a],
          [aaaa, dns.aaaa],
        ];
    const evidence = pairs.flatMap(([own, resolvers]) => [...answerEvidence(own), ...answerEvidence(resolvers)]);
    const unequal = pairs.find(([own]) => !agree(own));
    if (unequal) return outcome("servers-differ", { ...facts, type: unequal[0].type }, evidence);
    const other = pairs.find(([own, resolvers]) => !anyAgree(own, resolvers));
    if (other) return outcome("resolvers-differ", { ...facts, type: other[0].type }, evidence);
    if (!anyAgree(ns, zone.ns)) {
      return outcome("nameservers-differ", facts, [...answerEvidence(ns), ...answerEvidence(zone.ns)]);
    }
    return outcome("ok", { ...facts, count: String(conclusiveAnswers(a).length) }, evidence);
  },
  reproduce: ({ host, domain }) =>
    `for s in $(dig +short ${shellQuote(domain)} NS); do dig +norecurse +noall +answer @$s ${shellQuote(host)} A; done`,
});
