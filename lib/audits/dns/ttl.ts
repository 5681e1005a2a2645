import type { DnsQuestion } from "../observation.ts";
import { conclusiveAnswers } from "../parse/dns-answers.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";

const DAY_SECONDS = 86_400;
/** What says where a host leads. */
const LEADS: ReadonlySet<string> = new Set(["A", "AAAA", "CNAME"]);

export const ttl = defineRule({
  id: "dns/ttl",
  check: "dns-target",
  needs: ["dns", "zone"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "too-long": { verdict: "warn", severity: "low" },
    zero: { verdict: "warn", severity: "low" },
    "no-records": { verdict: "not_applicable", severity: "info" },
    unanswered: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ dns, zone, target }) {
    const facts = { host: target.host };
    // At the apex stand others too; that NS records are kept for two days is as it should be.
    const own = ttlsIn(zone.answers.filter(({ name, type }) => name === target.host && LEADS.has(type)));
    const asked = [dns.a, dns.aaaa, dns.cname];
    // A resolver tells what is left of the time, so its zero says nothing about the record.
    const ttls = own.length > 0 ? own : ttlsIn(asked).filter(({ seconds }) => seconds > 0);
    const evidence = ttls.map(({ label, seconds }) => ({ label, value: `${seconds} s` }));
    if (ttls.length === 0) {
      const isAnswered = asked.some((question) => conclusiveAnswers(question).length > 0);
      const hasRecords = ttlsIn(asked).length > 0;
      return outcome(isAnswered && !hasRecords ? "no-records" : "unanswered", facts, evidence);
    }
    const longest = Math.max(...ttls.map(({ seconds }) => seconds));
    const named = { ...facts, seconds: String(longest) };
    if (longest > DAY_SECONDS) return outcome("too-long", named, evidence);
    return outcome(ttls.some(({ seconds }) => seconds === 0) ? "zero" : "ok", named, evidence);
  },
  reproduce: ({ host }) => `dig +noall +answer ${shellQuote(host)} A ${shellQuote(host)} AAAA`,
});

function ttlsIn(questions: readonly DnsQuestion[]): { label: string; seconds: number }[] {
  return questions.flatMap(({ name, type, answers }) =>
    answers.flatMap(({ resolver, status, ttl: seconds }) =>
      status === "ok" && seconds !== undefined ? { label: `${type} ${name} @${resolver}`, seconds } : [],
    ),
  );
}
