import { answerEvidence, settle } from "../parse/dns-answers.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";

/** RFC 2182 §5: more than one, so that the zone outlives one of them. */
const NAMESERVERS_MIN = 2;

export const nameservers = defineRule({
  id: "dns/nameservers",
  check: "dns-status",
  subject: "domain",
  needs: ["dns"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    single: { verdict: "fail", severity: "medium" },
    missing: { verdict: "fail", severity: "high" },
    "no-domain": { verdict: "inconclusive", severity: "info" },
    unanswered: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ dns, target }) {
    const evidence = answerEvidence(dns.ns);
    const answer = settle(dns.ns);
    const facts = { domain: target.domain };
    if (answer.state === "unanswered") return outcome("unanswered", facts, evidence);
    if (answer.state === "nxdomain") return outcome("no-domain", facts, evidence);
    if (answer.state !== "found") return outcome("missing", facts, evidence);
    const names = [...new Set(answer.records.map((name) => name.toLowerCase().replace(/\.$/, "")))];
    const code = names.length < NAMESERVERS_MIN ? "single" : "ok";
    return outcome(code, { ...facts, count: String(names.length), names: names.join(", ") }, evidence);
  },
  reproduce: ({ domain }) => `dig +short ${shellQuote(domain)} NS`,
});
