import { discoverDmarc } from "../parse/dmarc-discovery.ts";
import { answerEvidence, settle } from "../parse/dns-answers.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";

export const dmarc = defineRule({
  id: "mail/dmarc",
  check: "email-authentication",
  subject: "domain",
  needs: ["mail"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "removed-tags": { verdict: "warn", severity: "low" },
    malformed: { verdict: "warn", severity: "medium" },
    testing: { verdict: "warn", severity: "medium" },
    "subdomains-open": { verdict: "warn", severity: "medium" },
    "policy-none": { verdict: "fail", severity: "high" },
    "no-policy": { verdict: "fail", severity: "high" },
    invalid: { verdict: "fail", severity: "high" },
    several: { verdict: "fail", severity: "high" },
    missing: { verdict: "fail", severity: "high" },
    "no-domain": { verdict: "inconclusive", severity: "info" },
    unanswered: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ mail }) {
    const asked = mail.dmarc.flatMap(answerEvidence);
    const facts = { domain: mail.domain };
    if (settle(mail.txt).state === "nxdomain") return outcome("no-domain", facts, answerEvidence(mail.txt));
    const found = discoverDmarc(mail.dmarc);
    if (found.state === "unanswered") return outcome("unanswered", { ...facts, name: found.name }, asked);
    if (found.state === "missing") return outcome("missing", facts, asked);
    if (found.state === "several") {
      const evidence = found.records.map((value) => ({ label: `TXT _dmarc.${found.domain}`, value }));
      return outcome("several", { ...facts, count: String(found.records.length) }, evidence);
    }

    const { record } = found;
    const evidence = [{ label: `TXT _dmarc.${found.domain}`, value: record.text }];
    const faults = record.faults.join("; ");
    const hasValidPolicies = record.p !== null && ["sp", "np"].every((tag) => isPolicyOrAbsent(record.tags.get(tag)));
    if (!hasValidPolicies) {
      // RFC 9989 §4.7: with a report address the record counts as p=none, without one it counts for nothing.
      const code = record.rua.length > 0 ? "no-policy" : "invalid";
      return outcome(code, { ...facts, why: faults || "p= is missing" }, evidence);
    }
    const policy = (found.isInherited ? record.sp : null) ?? record.p ?? "none";
    const named = { ...facts, policy, at: found.domain };
    if (policy === "none") return outcome("policy-none", named, evidence);
    if (record.isTesting) return outcome("testing", named, evidence);
    if (!found.isInherited && record.sp === "none") return outcome("subdomains-open", named, evidence);
    if (faults !== "") return outcome("malformed", { ...named, why: faults }, evidence);
    const removed = record.removedTags.join(", ");
    return removed === "" ? outcome("ok", named, evidence) : outcome("removed-tags", { ...named, removed }, evidence);
  },
  reproduce: ({ domain }) => `dig +short ${shellQuote(`_dmarc.${domain}`)} TXT`,
});

function isPolicyOrAbsent(value: string | undefined): boolean {
  return value === undefined || /^(?:none|quarantine|reject)$/i.test(value);
}
