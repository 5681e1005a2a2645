import { answerEvidence, settle } from "../parse/dns-answers.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";
import { isClaimable } from "./claimable-hosts.ts";

export const danglingCname = defineRule({
  id: "dns/dangling-cname",
  check: "dns-status",
  needs: ["dns"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "no-cname": { verdict: "pass", severity: "info" },
    "no-address": { verdict: "fail", severity: "high" },
    dangling: { verdict: "fail", severity: "high" },
    claimable: { verdict: "fail", severity: "critical" },
    unanswered: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ dns, target }) {
    const evidence = [dns.cname, ...(dns.cnameTarget ? [dns.cnameTarget] : [])].flatMap(answerEvidence);
    const alias = settle(dns.cname);
    const facts = { host: target.host };
    if (alias.state === "unanswered") return outcome("unanswered", facts, evidence);
    if (alias.state !== "found") return outcome("no-cname", facts, evidence);

    const cname = alias.records[0] ?? "";
    const named = { ...facts, cname };
    const addresses = dns.cnameTarget ? settle(dns.cnameTarget).state : "unanswered";
    if (addresses === "found") return outcome("ok", named, evidence);
    if (addresses === "unanswered") return outcome("unanswered", facts, evidence);
    if (addresses === "nodata") return outcome("no-address", named, evidence);
    return outcome(isClaimable(cname) ? "claimable" : "dangling", named, evidence);
  },
  reproduce: ({ host }) => `dig ${shellQuote(host)} CNAME ${shellQuote(host)} A`,
});
