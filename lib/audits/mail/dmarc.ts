import { discoverDmarc } from "../parse/dmarc-discovery.ts";
import { askedPolicy } from "../parse/dmarc-receiver.ts";
import { answerEvidence, settle } from "../parse/dns-answers.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";
import { wantedDmarc } from "./dmarc-publish.ts";

export const dmarc = defineRule({
  id: "mail/dmarc",
  check: "email-authentication",
  subject: "domain",
  needs: ["mail"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "idle-pct": { verdict: "pass", severity: "info" },
    "removed-tags": { verdict: "warn", severity: "low" },
    malformed: { verdict: "warn", severity: "medium" },
    testing: { verdict: "warn", severity: "medium" },
    "subdomains-open": { verdict: "warn", severity: "medium" },
    "invented-open": { verdict: "warn", severity: "medium" },
    suffix: { verdict: "warn", severity: "medium" },
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
    const publish = wantedDmarc(mail);
    if (found.state === "missing") return outcome("missing", facts, asked, publish);
    if (found.state === "several") {
      const evidence = found.records.map((value) => ({ label: `TXT _dmarc.${found.domain}`, value }));
      return outcome("several", { ...facts, count: String(found.records.length) }, evidence, publish);
    }

    const { record } = found;
    const evidence = [{ label: `TXT _dmarc.${found.domain}`, value: record.text }];
    const faults = record.faults.join("; ");
    const asking = askedPolicy(found);
    if (asking === null || !record.hasValidPolicies) {
      const code = asking === null ? "invalid" : "no-policy";
      return outcome(code, { ...facts, why: faults || "p= is missing" }, evidence, publish);
    }
    const named = { ...facts, policy: asking, at: found.domain };
    if (asking === "none") return outcome("policy-none", named, evidence, publish);
    if (record.isTesting) return outcome("testing", named, evidence, publish);
    if (!found.isInherited && record.sp === "none") return outcome("subdomains-open", named, evidence, publish);
    if (!found.isInherited && record.np === "none") return outcome("invented-open", named, evidence, publish);
    if (!found.isInherited && record.psd === "y") return outcome("suffix", named, evidence, publish);
    if (faults !== "") return outcome("malformed", { ...named, why: faults }, evidence, publish);
    const removed = record.removedTags.join(", ");
    // All of the mail is what every receiver takes anyway, of whichever standard.
    if (removed === "pct" && record.tags.get("pct") === "100") return outcome("idle-pct", named, evidence);
    if (removed !== "") return outcome("removed-tags", { ...named, removed }, evidence, publish);
    return outcome("ok", named, evidence);
  },
  reproduce: ({ domain }) => `dig +short ${shellQuote(`_dmarc.${domain}`)} TXT`,
});
