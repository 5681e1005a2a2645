import { curlLine } from "../parse/curl-line.ts";
import { parseInternetDate, parseSecurityTxt } from "../parse/security-txt.ts";
import { defineRule, outcome } from "../rule.ts";
import { isHttps, isUnder } from "./page-rule.ts";

const YEAR_MS = 366 * 86_400_000;

export const securityTxt = defineRule({
  id: "edge/security-txt",
  check: "https-everywhere",
  profiles: ["page"],
  needs: ["securityTxt"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    elsewhere: { verdict: "not_applicable", severity: "info" },
    missing: { verdict: "warn", severity: "low" },
    "over-http": { verdict: "warn", severity: "low" },
    "wrong-type": { verdict: "warn", severity: "low" },
    "far-expiry": { verdict: "warn", severity: "info" },
    "other-canonical": { verdict: "warn", severity: "low" },
    "no-contact": { verdict: "fail", severity: "low" },
    "no-expiry": { verdict: "fail", severity: "low" },
    "bad-expiry": { verdict: "fail", severity: "low" },
    malformed: { verdict: "fail", severity: "low" },
    expired: { verdict: "fail", severity: "low" },
  },
  evaluate({ securityTxt: file, observedAt, target }) {
    const type = file.contentType ?? "not sent";
    const answer = [
      { label: "address", value: file.url },
      { label: "status", value: String(file.status) },
      { label: "content-type", value: type },
    ];
    const isPage = /^\s*(?:text\/html|application\/xhtml)/i.test(type) || /^\s*<(?:!doctype|html)/i.test(file.text);
    // A page of another site, such as a sign-in in front of all addresses, says nothing about the file.
    if (isPage && !isUnder(file.url, target.domain)) return outcome("elsewhere", { url: file.url }, answer);
    if (file.status !== 200 || isPage) return outcome("missing", { status: String(file.status) }, answer);

    const { field, badLines } = parseSecurityTxt(file.text);
    const contacts = field("contact");
    const expires = field("expires");
    const evidence = [
      ...answer,
      ...contacts.map((value) => ({ label: "Contact", value })),
      ...expires.map((value) => ({ label: "Expires", value })),
    ];
    const [badLine] = badLines;
    if (contacts.length === 0) return outcome("no-contact", {}, evidence);
    const badContact = contacts.find((contact) => !isContact(contact));
    if (badContact) return outcome("malformed", { line: badContact }, evidence);
    const [expiry] = expires;
    if (expiry === undefined) return outcome("no-expiry", {}, evidence);
    const until = expires.length === 1 ? parseInternetDate(expiry) : null;
    if (until === null) return outcome("bad-expiry", { count: String(expires.length) }, evidence);
    if (until <= Date.parse(observedAt)) return outcome("expired", { date: expiry }, evidence);
    if (badLine !== undefined) return outcome("malformed", { line: badLine }, evidence);
    if (field("preferred-languages").length > 1)
      return outcome("malformed", { line: "Preferred-Languages twice" }, evidence);

    if (!isHttps(file.url)) return outcome("over-http", {}, evidence);
    if (!isPlainText(type)) return outcome("wrong-type", { type }, evidence);
    const canonical = field("canonical");
    if (canonical.length > 0 && !canonical.includes(file.url)) return outcome("other-canonical", {}, evidence);
    if (until - Date.parse(observedAt) > YEAR_MS) return outcome("far-expiry", { date: expiry }, evidence);
    return outcome("ok", { date: expiry }, evidence);
  },
  reproduce: ({ url }) => {
    const file = new URL("/.well-known/security.txt", url);
    file.protocol = "https:";
    return curlLine("-sSL -i", file.href);
  },
});

/** RFC 9116 §2.5.3: a URI; one on the web must be https. */
function isContact(contact: string): boolean {
  return /^(?:mailto:[^@\s]+@[^@\s]+|tel:\+?[\d().-]+|https:\/\/\S+|(?!mailto:|tel:|https?:)[a-z][a-z0-9+.-]*:\S+)$/i.test(
    contact,
  );
}

function isPlainText(type: string): boolean {
  const [mime = "", ...parameters] = type
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith("charset="));
  return mime === "text/plain" && (charset === undefined || /^charset="?utf-?8"?$/.test(charset));
}
