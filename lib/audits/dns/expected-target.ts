import ipaddr from "ipaddr.js";
import { answerEvidence, settle } from "../parse/dns-answers.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";
import type { DnsRecord } from "../types.ts";

export const expectedTarget = defineRule({
  id: "dns/expected-target",
  check: "dns-target",
  needs: ["dns"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    elsewhere: { verdict: "fail", severity: "high" },
    partly: { verdict: "warn", severity: "medium" },
    "nobody-said": { verdict: "not_applicable", severity: "info" },
    "no-records": { verdict: "not_applicable", severity: "info" },
    unanswered: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ dns, target }) {
    const { host, notes } = target;
    const expected = notes.expects.map(canonical);
    const facts = { host, expected: notes.expects.join(", ") };
    if (expected.length === 0) return outcome("nobody-said", facts);
    const evidence = [dns.cname, dns.a, dns.aaaa].flatMap(answerEvidence);
    const [cname, a, aaaa] = [dns.cname, dns.a, dns.aaaa].map(settle);
    const seen = (answers: (typeof a)[]) =>
      answers.flatMap((answer) => (answer?.state === "found" ? answer.records.map(canonical) : []));
    const [aliases, addresses] = [seen([cname]), seen([a, aaaa])];
    const found = { ...facts, seen: [...aliases, ...addresses].join(", ") };
    const publish = notes.expects.map((value) => recordFor(host, value));
    if (aliases.some((alias) => expected.includes(alias))) return outcome("ok", found, evidence);
    if (addresses.length > 0 || aliases.length > 0) {
      const unexpected = addresses.filter((address) => !expected.includes(address));
      if (addresses.length === 0 || unexpected.length === addresses.length)
        return outcome("elsewhere", found, evidence, publish);
      if (unexpected.length > 0) return outcome("partly", { ...found, others: unexpected.join(", ") }, evidence);
      return outcome("ok", found, evidence);
    }
    const isOpen = [cname, a, aaaa].some((answer) => answer?.state === "unanswered");
    return outcome(isOpen ? "unanswered" : "no-records", facts, evidence);
  },
  reproduce: ({ host }) => `dig +noall +answer ${shellQuote(host)} A ${shellQuote(host)} AAAA`,
});

/** One spelling for each address and name. */
function canonical(text: string): string {
  const name = text.trim().toLowerCase().replace(/\.$/, "");
  return ipaddr.isValid(name) ? ipaddr.parse(name).toString() : name;
}

function recordFor(name: string, value: string): DnsRecord {
  if (ipaddr.IPv4.isValidFourPartDecimal(value)) return { name, type: "A", value };
  return { name, type: ipaddr.IPv6.isValid(value) ? "AAAA" : "CNAME", value };
}
