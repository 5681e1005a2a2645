import { readDkimKey } from "../parse/dkim-key.ts";
import { answerEvidence } from "../parse/dns-answers.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";
import type { DnsRecord } from "../types.ts";
import { type DkimFinding, type DkimState, readDkimRows } from "./dkim-rows.ts";
import { receivesNoMail, sendsNoMail } from "./mail-use.ts";

/** Worst first: the state of a selector, and what the rule says when one is in it. */
const FAULTS = [
  ["short", "short"],
  ["broken", "broken"],
  ["several", "several"],
  ["weak", "weak"],
  ["testing", "testing"],
] as const satisfies readonly (readonly [DkimState, string])[];

export const dkim = defineRule({
  id: "mail/dkim",
  check: "email-authentication",
  subject: "domain",
  needs: ["mail", "mailAuth"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "no-mail": { verdict: "not_applicable", severity: "info" },
    "given-missing": { verdict: "fail", severity: "high" },
    "given-revoked": { verdict: "fail", severity: "high" },
    short: { verdict: "fail", severity: "high" },
    broken: { verdict: "fail", severity: "high" },
    several: { verdict: "warn", severity: "medium" },
    revoked: { verdict: "warn", severity: "medium" },
    weak: { verdict: "warn", severity: "low" },
    testing: { verdict: "warn", severity: "low" },
    "not-confirmed": { verdict: "inconclusive", severity: "info" },
    unanswered: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ mail, mailAuth }) {
    const { domain } = mail;
    if (sendsNoMail(mail) && receivesNoMail(mail)) return outcome("no-mail", { domain });
    const rows = readDkimRows(mailAuth.dkim);
    const seen = rows.filter(({ text }) => text !== "");
    const evidence = seen.map(({ name, text, note }) => ({ label: `TXT ${name} (${note})`, value: text }));
    const say = ({ selector, note }: DkimFinding) => ({ domain, selector, why: note });

    const given = rows.filter(({ from }) => from === "given");
    const missing = given.find(({ state }) => state === "not_found");
    if (missing) return outcome("given-missing", say(missing), evidence);
    const withdrawn = given.find(({ state }) => state === "revoked");
    if (withdrawn) return outcome("given-revoked", say(withdrawn), evidence);
    for (const [state, code] of FAULTS) {
      const row = rows.find((found) => found.state === state);
      if (row) return outcome(code, say(row), evidence, mended(row));
    }
    const good = rows.filter(({ state }) => state === "ok");
    if (good.length > 0) {
      return outcome(
        "ok",
        { domain, keys: good.map(({ selector, note }) => `${selector}: ${note}`).join(", ") },
        evidence,
      );
    }
    // A wildcard that revokes every name says nothing about the selectors in use.
    const isEveryName = rows.length > 1 && rows.every(({ state }) => state === "revoked");
    const revoked = isEveryName ? undefined : rows.find(({ state }) => state === "revoked");
    if (revoked) return outcome("revoked", say(revoked), evidence);
    const unanswered = mailAuth.dkim.find((_, index) => rows[index]?.state === "unanswered");
    if (unanswered) return outcome("unanswered", { domain, name: unanswered.key.name }, answerEvidence(unanswered.key));
    const asked = rows.map(({ selector }) => selector).join(", ");
    return outcome("not-confirmed", { domain, asked }, [{ label: "selectors asked for", value: asked }]);
  },
  reproduce: ({ domain, notes }) =>
    `dig +short ${shellQuote(`${notes.selectors[0] ?? "SELECTOR"}._domainkey.${domain}`)} TXT`,
});

/** Where the record alone is at fault and not the key, the record without the fault. */
function mended({ name, text, state }: DkimFinding): DnsRecord[] {
  if (state !== "testing" && state !== "broken") return [];
  const tags = text
    .split(";")
    .map((tag) => tag.trim())
    .map((tag) => (/^t\s*=.*\bs\b/.test(tag) ? "t=s" : tag))
    .filter((tag) => tag === "t=s" || (tag !== "" && !/^[tsh]\s*=/.test(tag)));
  const isVersion = (tag: string) => /^v\s*=/.test(tag);
  const value = ["v=DKIM1", ...tags.filter((tag) => !isVersion(tag))].join("; ");
  return readDkimKey(value).state === "found" ? [{ name, type: "TXT", value }] : [];
}
