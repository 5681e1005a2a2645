import type { PartValue } from "../observation.ts";
import { answerEvidence, settle } from "../parse/dns-answers.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { parseSpf } from "../parse/spf.ts";
import { remember } from "../parse/spf-tree.ts";
import { defineRule, outcome } from "../rule.ts";
import { receivesNoMail, spfRecords } from "./mail-use.ts";
import { providersOf } from "./providers.ts";
import { judgeTree } from "./spf-judge-tree.ts";
import { mergedSpf, spfRecord, withoutInvalidTerms } from "./spf-publish.ts";

type Mail = PartValue<"mail">;
type MailAuth = PartValue<"mailAuth">;

export const spf = defineRule({
  id: "mail/spf",
  check: "email-authentication",
  subject: "domain",
  needs: ["mail", "mailAuth"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    closed: { verdict: "pass", severity: "info" },
    ptr: { verdict: "warn", severity: "low" },
    "one-family": { verdict: "warn", severity: "low" },
    neutral: { verdict: "warn", severity: "medium" },
    "no-all": { verdict: "warn", severity: "medium" },
    missing: { verdict: "fail", severity: "high" },
    several: { verdict: "fail", severity: "high" },
    malformed: { verdict: "fail", severity: "high" },
    loop: { verdict: "fail", severity: "high" },
    "include-missing": { verdict: "fail", severity: "high" },
    "include-broken": { verdict: "fail", severity: "high" },
    "too-many-lookups": { verdict: "fail", severity: "high" },
    "too-many-voids": { verdict: "fail", severity: "high" },
    "pass-all": { verdict: "fail", severity: "critical" },
    "lets-strangers": { verdict: "fail", severity: "critical" },
    "no-domain": { verdict: "inconclusive", severity: "info" },
    unanswered: { verdict: "inconclusive", severity: "info" },
    "tree-unanswered": { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ mail, mailAuth }) {
    const { domain } = mail;
    const facts = { domain };
    const answer = settle(mail.txt);
    if (answer.state === "unanswered") return outcome("unanswered", facts, answerEvidence(mail.txt));
    if (answer.state === "nxdomain") return outcome("no-domain", facts, answerEvidence(mail.txt));
    const records = spfRecords(mail);
    const [text] = records;
    if (text === undefined) {
      const evidence = [{ label: `TXT ${domain}`, value: "no v=spf1 record" }];
      return outcome("missing", facts, evidence, spfRecord(domain, firstWords(mail, mailAuth)));
    }
    const evidence = records.map((value) => ({ label: `TXT ${domain}`, value }));
    if (records.length > 1) {
      return outcome("several", { ...facts, count: String(records.length) }, evidence, mergedSpf(domain, records));
    }
    const record = parseSpf(text);
    if (!record.ok) {
      const { term, why } = record;
      return outcome("malformed", { ...facts, term, why }, evidence, withoutInvalidTerms(domain, text));
    }
    return judgeTree(domain, text, record, remember([...mailAuth.spf.questions, mail.txt]));
  },
  reproduce: ({ domain }) => `dig +short ${shellQuote(domain)} TXT`,
});

/** A first record: the services that the domain is seen to use, soft on others; nobody where it takes no mail either. */
function firstWords(mail: Mail, mailAuth: MailAuth): string[] {
  if (receivesNoMail(mail)) return ["-all"];
  const includes = providersOf(
    mailAuth.mx.map(({ host }) => host),
    [],
  ).flatMap(({ include }) => (include === null ? [] : [`include:${include}`]));
  return [...(includes.length > 0 ? includes : ["mx"]), "~all"];
}
