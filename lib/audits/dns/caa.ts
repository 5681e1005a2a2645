import type { DnsQuestion } from "../observation.ts";
import type { CaaRecord } from "../parse/caa.ts";
import { isReportAddress, KNOWN_CAA_TAGS, parseCaa, parseIssuer } from "../parse/caa.ts";
import { answerEvidence, settle } from "../parse/dns-answers.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";

export const caa = defineRule({
  id: "dns/caa",
  check: "dns-target",
  needs: ["dns"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    missing: { verdict: "warn", severity: "low" },
    "no-issuer": { verdict: "warn", severity: "low" },
    forbidden: { verdict: "warn", severity: "medium" },
    "bad-report": { verdict: "warn", severity: "low" },
    malformed: { verdict: "fail", severity: "medium" },
    "unknown-critical": { verdict: "fail", severity: "high" },
    "no-domain": { verdict: "inconclusive", severity: "info" },
    unanswered: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ dns, target }) {
    const evidence = dns.caa.flatMap(answerEvidence);
    const facts = { host: target.host, domain: target.domain };
    if (settle(dns.ns).state === "nxdomain") return outcome("no-domain", facts, answerEvidence(dns.ns));
    const relevant = relevantSet(dns.caa);
    if (relevant === "unanswered") return outcome("unanswered", facts, evidence);
    if (relevant === "missing") return outcome("missing", facts, evidence);

    const parsed = relevant.records.map((text) => ({ text, record: parseCaa(text) }));
    const broken = parsed.find(({ record }) => !record || (isIssue(record) && parseIssuer(record.value) === null));
    if (broken) return outcome("malformed", { ...facts, record: broken.text, name: relevant.name }, evidence);
    const records = parsed.flatMap(({ record }) => record ?? []);
    const unknown = records.find(({ critical, tag }) => critical && !KNOWN_CAA_TAGS.has(tag));
    if (unknown) return outcome("unknown-critical", { ...facts, tag: unknown.tag, name: relevant.name }, evidence);

    const issue = records.filter(({ tag }) => tag === "issue");
    if (issue.length === 0) return outcome("no-issuer", { ...facts, name: relevant.name }, evidence);
    const issuers = [...new Set(issue.map(({ value }) => parseIssuer(value) ?? "").filter((ca) => ca !== ""))];
    if (issuers.length === 0) return outcome("forbidden", { ...facts, name: relevant.name }, evidence);
    const report = records.find(({ tag, value }) => tag === "iodef" && !isReportAddress(value));
    if (report) return outcome("bad-report", { ...facts, name: relevant.name, value: report.value }, evidence);
    return outcome("ok", { ...facts, name: relevant.name, issuers: issuers.join(", ") }, evidence);
  },
  reproduce: ({ host, domain }) =>
    [...new Set([host, domain])].map((name) => `dig +short ${shellQuote(name)} CAA`).join("; "),
});

const isIssue = ({ tag }: CaaRecord) => tag === "issue" || tag === "issuewild";

/** The first set on the way up (RFC 8659 §3). A question without an answer stops the climb: nothing above it counts. */
function relevantSet(
  climb: readonly DnsQuestion[],
): { name: string; records: readonly string[] } | "missing" | "unanswered" {
  for (const question of climb) {
    const answer = settle(question);
    if (answer.state === "unanswered") return "unanswered";
    if (answer.state === "found") return { name: question.name, records: answer.records };
  }
  return climb.length > 0 ? "missing" : "unanswered";
}
