import ipaddr from "ipaddr.js";
import { answerEvidence, settle } from "../parse/dns-answers.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";

export const resolves = defineRule({
  id: "dns/resolves",
  check: "dns-target",
  needs: ["dns"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    nxdomain: { verdict: "fail", severity: "critical" },
    private: { verdict: "fail", severity: "high" },
    "no-address": { verdict: "fail", severity: "critical" },
    unanswered: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ dns, target }) {
    const evidence = [...answerEvidence(dns.a), ...answerEvidence(dns.aaaa)];
    const facts = { host: target.host };
    const [a, aaaa] = [settle(dns.a), settle(dns.aaaa)];
    const addresses = [a, aaaa].flatMap((answer) => (answer.state === "found" ? answer.records : []));
    // The probe withholds addresses that are not public, unless the operator allows them.
    const shown = addresses.filter((address) => ipaddr.isValid(address));
    if (shown.length > 0) return outcome("ok", { ...facts, addresses: shown.join(", ") }, evidence);
    if (addresses.length > 0) return outcome("private", facts, evidence);
    if (a.state === "unanswered" || aaaa.state === "unanswered") return outcome("unanswered", facts, evidence);
    return outcome(a.state === "nxdomain" ? "nxdomain" : "no-address", facts, evidence);
  },
  reproduce: ({ host }) => `dig ${shellQuote(host)} A ${shellQuote(host)} AAAA`,
});
