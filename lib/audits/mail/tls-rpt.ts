import { answerEvidence, settle } from "../parse/dns-answers.ts";
import { unescapeText } from "../parse/dns-name.ts";
import { isMtaStsRecord } from "../parse/mta-sts.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { isTlsRptRecord, readTlsRpt } from "../parse/tls-rpt.ts";
import { defineRule, outcome } from "../rule.ts";
import { receivesNoMail } from "./mail-use.ts";

export const tlsRpt = defineRule({
  id: "mail/tls-rpt",
  check: "email-authentication",
  subject: "domain",
  needs: ["mail", "mailAuth"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "no-mail": { verdict: "not_applicable", severity: "info" },
    "nothing-to-report": { verdict: "not_applicable", severity: "info" },
    absent: { verdict: "warn", severity: "low" },
    several: { verdict: "warn", severity: "low" },
    malformed: { verdict: "warn", severity: "low" },
    unanswered: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ mail, mailAuth }) {
    const { domain } = mail;
    if (receivesNoMail(mail)) return outcome("no-mail", { domain });
    const settled = settle(mailAuth.tlsRpt);
    if (settled.state === "unanswered") return outcome("unanswered", { domain }, answerEvidence(mailAuth.tlsRpt));
    const name = `_smtp._tls.${domain}`;
    const publish = [{ name, type: "TXT", value: `v=TLSRPTv1; rua=mailto:tls-reports@${domain}` }];
    const texts = settled.state === "found" ? settled.records.map(unescapeText).filter(isTlsRptRecord) : [];
    const [text] = texts;
    if (text === undefined) {
      const sts = settle(mailAuth.mtaSts.record);
      const hasSts = sts.state === "found" && sts.records.some(isMtaStsRecord);
      return hasSts
        ? outcome("absent", { domain }, [], publish)
        : outcome("nothing-to-report", { domain }, [], publish);
    }
    const evidence = texts.map((value) => ({ label: `TXT ${name}`, value }));
    if (texts.length > 1) return outcome("several", { domain, count: String(texts.length) }, evidence, publish);
    const record = readTlsRpt(text);
    if (!record.ok) return outcome("malformed", { domain, why: record.why }, evidence, publish);
    return outcome("ok", { domain, rua: record.rua.join(", ") }, evidence);
  },
  reproduce: ({ domain }) => `dig +short ${shellQuote(`_smtp._tls.${domain}`)} TXT`,
});
