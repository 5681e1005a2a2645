import { isDmarcRecord } from "../parse/dmarc.ts";
import { discoverDmarc } from "../parse/dmarc-discovery.ts";
import { askedPolicy } from "../parse/dmarc-receiver.ts";
import { answerEvidence, settle } from "../parse/dns-answers.ts";
import { unescapeText } from "../parse/dns-name.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";
import { wantedDmarc } from "./dmarc-publish.ts";

export const dmarcReports = defineRule({
  id: "mail/dmarc-reports",
  check: "email-authentication",
  subject: "domain",
  needs: ["mail", "mailAuth"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "no-dmarc": { verdict: "not_applicable", severity: "info" },
    none: { verdict: "warn", severity: "low" },
    unauthorised: { verdict: "fail", severity: "medium" },
    unanswered: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ mail, mailAuth }) {
    const { domain } = mail;
    const found = discoverDmarc(mail.dmarc);
    if (found.state === "unanswered") {
      return outcome("unanswered", { domain, name: found.name }, mail.dmarc.flatMap(answerEvidence));
    }
    if (found.state !== "found" || found.isInherited || askedPolicy(found) === null)
      return outcome("no-dmarc", { domain });
    const { record } = found;
    const name = `_dmarc.${domain}`;
    const evidence = [{ label: `TXT ${name}`, value: record.text }];
    if (record.rua.length === 0) return outcome("none", { domain }, evidence, wantedDmarc(mail));
    const asked = mailAuth.reports.map((report) => ({ ...report, settled: settle(report.consent) }));
    const refused = asked.filter(({ settled }) => settled.state !== "unanswered" && !consents(settled));
    const [first] = refused;
    if (first) {
      const publish = refused.map(({ consent }) => ({ name: consent.name, type: "TXT", value: "v=DMARC1" }));
      const seen = refused.flatMap(({ consent }) => answerEvidence(consent));
      return outcome(
        "unauthorised",
        { domain, address: first.address, to: first.domain },
        [...evidence, ...seen],
        publish,
      );
    }
    const unseen = asked.find(({ settled }) => settled.state === "unanswered");
    if (unseen) return outcome("unanswered", { domain, name: unseen.consent.name }, answerEvidence(unseen.consent));
    return outcome("ok", { domain, rua: record.rua.join(", ") }, evidence);
  },
  reproduce: ({ domain }) => `dig +short ${shellQuote(`_dmarc.${domain}`)} TXT`,
});

function consents(settled: ReturnType<typeof settle>): boolean {
  return settled.state === "found" && settled.records.map(unescapeText).some(isDmarcRecord);
}
