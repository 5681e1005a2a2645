import { answerEvidence, settle } from "../parse/dns-answers.ts";
import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";

export const wildcard = defineRule({
  id: "dns/wildcard",
  check: "dns-status",
  subject: "domain",
  needs: ["zone"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    wildcard: { verdict: "warn", severity: "low" },
    unanswered: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ zone, target }) {
    const evidence = zone.wildcard.flatMap(answerEvidence);
    const settled = zone.wildcard.map((question) => ({ question, answer: settle(question) }));
    const found = settled.filter(({ answer }) => answer.state === "found");
    const facts = { domain: target.domain };
    if (found.length > 0) {
      const types = found.map(({ question }) => question.type).join(", ");
      return outcome("wildcard", { ...facts, types, name: found[0]?.question.name ?? "" }, evidence);
    }
    const isAnswered = settled.length > 0 && settled.every(({ answer }) => answer.state !== "unanswered");
    return outcome(isAnswered ? "ok" : "unanswered", facts, evidence);
  },
  reproduce: ({ domain }) => `dig +short ${shellQuote(`no-such-name-here.${domain}`)} A`,
});
