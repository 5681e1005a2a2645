import type { DnsQuestion, PartValue } from "../observation.ts";
import { answerEvidence, conclusiveAnswers, settle } from "../parse/dns-answers.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";
import { agree, anyAgree } from "./agreement.ts";
import { isSpread } from "./spread.ts";

export const authoritativeAgreement = defineRule({
  id: "dns/authoritative-agreement",
  check: "dns-status",
  needs: ["dns", "zone"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    spread: { verdict: "pass", severity: "info" },
    varies: { verdict: "warn", severity: "low" },
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
    const isMeant = (pair: (typeof pairs)[number]) => !isAlias && isSpread(pair, target.notes.expects);
    const differing = pairs.filter(([own, resolvers]) => !agree(own) || !anyAgree(own, resolvers));
    const open = differing.filter((pair) => !isMeant(pair));
    const unequal = open.find(([own]) => !agree(own));
    if (unequal) {
      // Servers with the same version of the zone that still differ choose by place or by turn.
      const code = !isAlias && haveOneVersion(zone) ? "varies" : "servers-differ";
      return outcome(code, { ...facts, type: unequal[0].type }, evidence);
    }
    const [other] = open;
    if (other) return outcome("resolvers-differ", { ...facts, type: other[0].type }, evidence);
    if (!anyAgree(ns, zone.ns)) {
      return outcome("nameservers-differ", facts, [...answerEvidence(ns), ...answerEvidence(zone.ns)]);
    }
    if (differing.length > 0) return outcome("spread", facts, evidence);
    return outcome("ok", { ...facts, count: String(conclusiveAnswers(a).length) }, evidence);
  },
  reproduce: ({ host, domain }) =>
    `for s in $(dig +short ${shellQuote(domain)} NS); do dig +norecurse +noall +answer @$s ${shellQuote(host)} A; done`,
});

function haveOneVersion({ nameservers }: PartValue<"zone">): boolean {
  const serials = nameservers.filter(({ state }) => state === "answered").map(({ serial }) => serial);
  return serials.length > 1 && !serials.includes(null) && new Set(serials).size === 1;
}
