import type { PartValue, TargetFacts } from "../observation.ts";
import { answerEvidence, settle } from "../parse/dns-answers.ts";
import { unescapeText } from "../parse/dns-name.ts";
import { isListedMx, isMtaStsRecord, parseMtaStsPolicy, readMtaStsId } from "../parse/mta-sts.ts";
import { readMx } from "../parse/mx.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";
import type { DnsRecord, Evidence } from "../types.ts";
import { receivesNoMail } from "./mail-use.ts";

/** Shorter, and an attacker only has to wait for the policy to be forgotten (RFC 8461 §3.2 speaks of weeks). */
const MAX_AGE_MIN = 86_400;
type PolicyFile = NonNullable<PartValue<"mailAuth">["mtaSts"]["policy"]>;

export const mtaSts = defineRule({
  id: "mail/mta-sts",
  check: "email-authentication",
  subject: "domain",
  needs: ["mail", "mailAuth"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "no-mail": { verdict: "not_applicable", severity: "info" },
    absent: { verdict: "warn", severity: "low" },
    testing: { verdict: "warn", severity: "low" },
    off: { verdict: "warn", severity: "low" },
    "short-age": { verdict: "warn", severity: "low" },
    several: { verdict: "fail", severity: "medium" },
    "bad-record": { verdict: "fail", severity: "medium" },
    "no-policy": { verdict: "fail", severity: "medium" },
    redirect: { verdict: "fail", severity: "medium" },
    "wrong-type": { verdict: "fail", severity: "medium" },
    "bad-policy": { verdict: "fail", severity: "medium" },
    "mx-mismatch": { verdict: "fail", severity: "high" },
    unanswered: { verdict: "inconclusive", severity: "info" },
    unread: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ target, observedAt, mail, mailAuth }) {
    const { domain } = mail;
    if (receivesNoMail(mail)) return outcome("no-mail", { domain });
    const { record, policy: file } = mailAuth.mtaSts;
    const settled = settle(record);
    const facts = { domain };
    const fresh = freshRecord(target, observedAt);
    if (settled.state === "unanswered") return outcome("unanswered", facts, answerEvidence(record));
    const texts = settled.state === "found" ? settled.records.map(unescapeText).filter(isMtaStsRecord) : [];
    const [text] = texts;
    const hosts = readMx(mail.mx).flatMap(({ host }) => (host === "" ? [] : [host]));
    const advised = {
      label: `https://mta-sts.${domain}/.well-known/mta-sts.txt should hold`,
      value: policyText(hosts),
    };
    const evidence: Evidence[] = texts.map((value) => ({ label: `TXT _mta-sts.${domain}`, value }));
    if (text === undefined) return outcome("absent", facts, [advised], fresh);
    if (texts.length > 1) return outcome("several", { ...facts, count: String(texts.length) }, evidence, fresh);
    const id = readMtaStsId(text);
    if (!id.ok) return outcome("bad-record", { ...facts, why: id.why }, evidence, fresh);
    if (file === null || file.state === "unreadable") {
      const url = file?.url ?? `https://mta-sts.${domain}/.well-known/mta-sts.txt`;
      const why = file?.reason ?? "it was not asked for";
      const code = file && isTheirFault(file) ? "no-policy" : "unread";
      return outcome(code, { ...facts, url, why: why.replace(/\.$/, "") }, [...evidence, advised]);
    }

    const read = { label: `${file.url} (${file.status}, ${file.contentType ?? "no type"})`, value: file.text };
    const seen = [...evidence, read];
    const located = { ...facts, url: file.url };
    if (file.status >= 300 && file.status < 400) {
      return outcome("redirect", { ...located, to: file.location ?? "nowhere" }, [...seen, advised]);
    }
    if (file.status !== 200) {
      return outcome("no-policy", { ...located, why: `the answer is ${file.status}` }, [...seen, advised]);
    }
    if (!/^text\/plain\s*(?:;|$)/i.test(file.contentType ?? "")) {
      return outcome("wrong-type", { ...located, type: file.contentType ?? "none" }, seen);
    }
    const policy = file.isWhole
      ? parseMtaStsPolicy(file.text)
      : ({ ok: false, why: "it is larger than 64 KiB" } as const);
    if (!policy.ok) return outcome("bad-policy", { ...located, why: policy.why }, [...seen, advised]);
    if (policy.mode === "none") return outcome("off", facts, [...seen, advised], fresh);
    const unlisted = hosts.filter((host) => !isListedMx(host, policy.mx));
    if (unlisted.length > 0) {
      return outcome(
        "mx-mismatch",
        { ...facts, hosts: unlisted.join(", "), mode: policy.mode },
        [...seen, advised],
        fresh,
      );
    }
    if (policy.mode === "testing") return outcome("testing", facts, [...seen, advised], fresh);
    const age = { ...facts, age: String(policy.maxAge) };
    return outcome(policy.maxAge < MAX_AGE_MIN ? "short-age" : "ok", age, seen);
  },
  reproduce: ({ domain }) => `curl -sS ${shellQuote(`https://mta-sts.${domain}/.well-known/mta-sts.txt`)}`,
});

/** Senders look for the policy again only once the id has changed (RFC 8461 §3.1). */
function freshRecord({ domain }: TargetFacts, observedAt: string): DnsRecord[] {
  const id = observedAt.replace(/\D/g, "").slice(0, 14);
  return [{ name: `_mta-sts.${domain}`, type: "TXT", value: `v=STSv1; id=${id}` }];
}

function policyText(hosts: readonly string[]): string {
  const lines = ["version: STSv1", "mode: enforce", ...hosts.map((host) => `mx: ${host}`), "max_age: 604800"];
  return lines.join("\n");
}

/** A name that is not there or a bad certificate stops every sender; a host that is down now may be up for them. */
function isTheirFault({ step, code }: Extract<PolicyFile, { state: "unreadable" }>): boolean {
  return ["nxdomain", "no_address"].includes(code) || (step === "tls" && code !== "tls_timeout");
}
