import { answerEvidence, settle } from "../parse/dns-answers.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { countDirectLookups, isSpfRecord, parseSpf, passesEveryone } from "../parse/spf.ts";
import { defineRule, outcome } from "../rule.ts";

/** RFC 7208 §4.6.4: one more, and receivers answer permerror. */
const LOOKUPS_MAX = 10;

export const spf = defineRule({
  id: "mail/spf",
  check: "email-authentication",
  subject: "domain",
  needs: ["mail"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    ptr: { verdict: "warn", severity: "low" },
    neutral: { verdict: "warn", severity: "medium" },
    "no-all": { verdict: "warn", severity: "medium" },
    missing: { verdict: "fail", severity: "high" },
    several: { verdict: "fail", severity: "high" },
    malformed: { verdict: "fail", severity: "high" },
    "too-many-lookups": { verdict: "fail", severity: "high" },
    "pass-all": { verdict: "fail", severity: "critical" },
    "no-domain": { verdict: "inconclusive", severity: "info" },
    unanswered: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ mail }) {
    const facts = { domain: mail.domain };
    const answer = settle(mail.txt);
    if (answer.state === "unanswered") return outcome("unanswered", facts, answerEvidence(mail.txt));
    if (answer.state === "nxdomain") return outcome("no-domain", facts, answerEvidence(mail.txt));
    const records = answer.state === "found" ? answer.records.filter(isSpfRecord) : [];
    const [text] = records;
    if (text === undefined)
      return outcome("missing", facts, [{ label: `TXT ${mail.domain}`, value: "no v=spf1 record" }]);

    const evidence = records.map((value) => ({ label: `TXT ${mail.domain}`, value }));
    if (records.length > 1) return outcome("several", { ...facts, count: String(records.length) }, evidence);
    const record = parseSpf(text);
    if (!record.ok) return outcome("malformed", { ...facts, term: record.term, why: record.why }, evidence);

    const everyone = passesEveryone(record);
    if (everyone) return outcome("pass-all", { ...facts, term: everyone.text }, evidence);
    const lookups = countDirectLookups(record);
    const counted = { ...facts, lookups: String(lookups) };
    if (lookups > LOOKUPS_MAX) return outcome("too-many-lookups", counted, evidence);
    const all = record.terms.find(({ mechanism }) => mechanism === "all");
    if (!all && record.redirect === null) return outcome("no-all", facts, evidence);
    if (all?.qualifier === "?") return outcome("neutral", facts, evidence);
    if (record.terms.some(({ mechanism }) => mechanism === "ptr")) return outcome("ptr", facts, evidence);
    return outcome("ok", { ...counted, ending: all?.text ?? `redirect=${record.redirect}` }, evidence);
  },
  reproduce: ({ domain }) => `dig +short ${shellQuote(domain)} TXT`,
});
