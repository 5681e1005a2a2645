import ipaddr from "ipaddr.js";
import { answerEvidence, settle } from "../parse/dns-answers.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";

export const aaaaParity = defineRule({
  id: "dns/aaaa-parity",
  check: "dns-target",
  needs: ["dns"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "ipv4-only": { verdict: "pass", severity: "info" },
    "ipv6-only": { verdict: "warn", severity: "medium" },
    missing: { verdict: "warn", severity: "medium" },
    broken: { verdict: "warn", severity: "medium" },
    denied: { verdict: "fail", severity: "medium" },
    "no-address": { verdict: "not_applicable", severity: "info" },
    unanswered: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ dns, target }) {
    const evidence = [...answerEvidence(dns.a), ...answerEvidence(dns.aaaa)];
    const facts = { host: target.host };
    const [a, aaaa] = [settle(dns.a).state, settle(dns.aaaa).state];
    if (a === "unanswered") return outcome("unanswered", facts, evidence);
    if (a !== "found" && aaaa !== "found") return outcome("no-address", facts, evidence);
    if (a !== "found") return outcome("ipv6-only", facts, evidence);
    // RFC 4074 §4: servers that know only A and fail, or deny the name, when asked for AAAA.
    if (aaaa === "nxdomain") return outcome("denied", facts, evidence);
    if (aaaa === "unanswered") return outcome("broken", facts, evidence);
    const wanted = target.notes.expects.filter((expected) => ipaddr.IPv6.isValid(expected));
    if (aaaa === "found") return outcome("ok", facts, evidence);
    if (wanted.length === 0) return outcome("ipv4-only", facts, evidence);
    const publish = wanted.map((value) => ({ name: target.host, type: "AAAA", value }));
    return outcome("missing", { ...facts, expected: wanted.join(", ") }, evidence, publish);
  },
  reproduce: ({ host }) => `dig ${shellQuote(host)} A ${shellQuote(host)} AAAA`,
});
