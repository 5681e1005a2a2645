import { isDmarcRecord, parseDmarc } from "../parse/dmarc.ts";
import { discoverDmarc } from "../parse/dmarc-discovery.ts";
import { appliedPolicy, oldReading } from "../parse/dmarc-receiver.ts";
import { answerEvidence, settle } from "../parse/dns-answers.ts";
import { unescapeText } from "../parse/dns-name.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";
import { wantedDmarc } from "./dmarc-publish.ts";

/** Receivers that still follow RFC 7489: Public Suffix List, pct, no test mode, no tree walk. */
export const dmarcOldReceivers = defineRule({
  id: "mail/dmarc-old-receivers",
  check: "email-authentication",
  subject: "domain",
  needs: ["mail"],
  outcomes: {
    same: { verdict: "pass", severity: "info" },
    "no-dmarc": { verdict: "not_applicable", severity: "info" },
    share: { verdict: "warn", severity: "low" },
    unseen: { verdict: "warn", severity: "low" },
    "test-ignored": { verdict: "warn", severity: "low" },
    differs: { verdict: "warn", severity: "low" },
    unanswered: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ mail }) {
    const { domain } = mail;
    const found = discoverDmarc(mail.dmarc);
    const asked = mail.dmarc.flatMap(answerEvidence);
    if (found.state === "unanswered") return outcome("unanswered", { domain, name: found.name }, asked);
    const now = found.state === "found" ? appliedPolicy(found) : null;
    if (found.state !== "found" || now === null) return outcome("no-dmarc", { domain });

    const own = mail.dmarc[0] && settle(mail.dmarc[0]);
    const texts = own?.state === "found" ? own.records.map(unescapeText).filter(isDmarcRecord) : [];
    const record = texts[0] !== undefined && texts.length === 1 ? parseDmarc(texts[0]) : null;
    const old = oldReading(record);
    const evidence = [{ label: `TXT _dmarc.${found.domain}`, value: found.record.text }];
    const publish = wantedDmarc(mail);
    const facts = { domain, now, old: old.policy ?? "nothing", pct: String(old.pct), at: found.domain };
    if (record === null) return outcome("unseen", facts, evidence, publish);
    if (old.pct < 100 && old.policy !== "none") return outcome("share", facts, evidence, publish);
    if (old.policy === now) return outcome("same", facts, evidence);
    return outcome(found.record.isTesting ? "test-ignored" : "differs", facts, evidence, publish);
  },
  reproduce: ({ domain }) => `dig +short ${shellQuote(`_dmarc.${domain}`)} TXT`,
});
