import ipaddr from "ipaddr.js";
import { answerEvidence, settle } from "../parse/dns-answers.ts";
import { isNullMx, readMx } from "../parse/mx.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";
import { sendsNoMail, spfRecords } from "./mail-use.ts";

export const mx = defineRule({
  id: "mail/mx",
  check: "email-authentication",
  subject: "domain",
  needs: ["mail", "mailAuth"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "no-mail": { verdict: "pass", severity: "info" },
    missing: { verdict: "warn", severity: "low" },
    "null-mixed": { verdict: "fail", severity: "medium" },
    address: { verdict: "fail", severity: "high" },
    dead: { verdict: "fail", severity: "high" },
    "partly-dead": { verdict: "warn", severity: "medium" },
    alias: { verdict: "warn", severity: "medium" },
    "no-domain": { verdict: "inconclusive", severity: "info" },
    unanswered: { verdict: "inconclusive", severity: "info" },
    "hosts-unanswered": { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ mail, mailAuth }) {
    const { domain } = mail;
    const facts = { domain };
    const settled = settle(mail.mx);
    const evidence = answerEvidence(mail.mx);
    if (settled.state === "unanswered") return outcome("unanswered", facts, evidence);
    if (settled.state === "nxdomain") return outcome("no-domain", facts, evidence);
    const records = readMx(mail.mx);
    if (isNullMx(records)) return outcome("no-mail", facts, evidence);
    const nullMx = [{ name: domain, type: "MX", value: "0 ." }];
    if (records.length === 0) {
      // Who sends has to take the bounces too, so a null MX is only for those who do not (RFC 7505 §4.2).
      const isSilent = sendsNoMail(mail) || spfRecords(mail).length === 0;
      return outcome("missing", facts, evidence, isSilent ? nullMx : []);
    }
    const named = records.filter(({ host }) => host !== "");
    if (named.length < records.length) {
      const publish = named.map(({ preference, host }) => ({
        name: domain,
        type: "MX",
        value: `${preference} ${host}.`,
      }));
      return outcome("null-mixed", facts, evidence, publish);
    }
    const literal = named.find(({ host }) => ipaddr.isValid(host));
    if (literal) return outcome("address", { ...facts, host: literal.host }, evidence);

    const hosts = mailAuth.mx.map(({ host, cname, a, aaaa }) => {
      const [alias, four, six] = [settle(cname), settle(a), settle(aaaa)];
      const hasAddress = four.state === "found" || six.state === "found";
      const isUnseen = !hasAddress && (four.state === "unanswered" || six.state === "unanswered");
      return { host, alias: alias.state === "found" ? (alias.records[0] ?? null) : null, hasAddress, isUnseen };
    });
    const hostEvidence = [
      ...evidence,
      ...mailAuth.mx.flatMap((row) => [...answerEvidence(row.a), ...answerEvidence(row.cname)]),
    ];
    const dead = hosts.filter(({ hasAddress, isUnseen }) => !hasAddress && !isUnseen).map(({ host }) => host);
    const list = { ...facts, hosts: dead.join(", ") };
    if (dead.length > 0 && dead.length === hosts.length) return outcome("dead", list, hostEvidence);
    if (dead.length > 0) return outcome("partly-dead", list, hostEvidence);
    const aliased = hosts.find(({ alias }) => alias !== null);
    if (aliased) {
      const preference = named.find(({ host }) => host === aliased.host)?.preference ?? 10;
      const publish = [{ name: domain, type: "MX", value: `${preference} ${aliased.alias}.` }];
      return outcome("alias", { ...facts, host: aliased.host, target: aliased.alias ?? "" }, hostEvidence, publish);
    }
    const unseen = hosts.find(({ isUnseen }) => isUnseen);
    if (unseen) return outcome("hosts-unanswered", { ...facts, host: unseen.host }, hostEvidence);
    return outcome("ok", { ...facts, hosts: named.map(({ host }) => host).join(", ") }, evidence);
  },
  reproduce: ({ domain }) => `dig +short ${shellQuote(domain)} MX`,
});
