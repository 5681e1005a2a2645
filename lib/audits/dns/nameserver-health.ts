import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";

export const nameserverHealth = defineRule({
  id: "dns/nameserver-health",
  check: "dns-status",
  subject: "domain",
  needs: ["zone"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    lame: { verdict: "fail", severity: "medium" },
    "no-address": { verdict: "fail", severity: "medium" },
    unreachable: { verdict: "warn", severity: "medium" },
    "serials-differ": { verdict: "warn", severity: "low" },
    "not-asked": { verdict: "inconclusive", severity: "info" },
    intercepted: { verdict: "inconclusive", severity: "info" },
    unanswered: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ zone }) {
    const facts = { zone: zone.apex };
    if (zone.notAsked !== null) return outcome("not-asked", { ...facts, reason: zone.notAsked });
    const evidence = zone.nameservers.map(({ name, state, serial, status }) => ({
      label: name,
      value: serial === null ? [state, status].filter((word) => word !== "").join(", ") : `serial ${serial}`,
    }));
    const named = (...states: string[]) => zone.nameservers.filter(({ state }) => states.includes(state));
    const list = (servers: typeof zone.nameservers) => ({
      ...facts,
      names: servers.map(({ name }) => name).join(", "),
    });
    // A firewall of ours may keep all of them from answering, so silence counts only beside an answer.
    if (named("answered", "lame").length === 0) return outcome("unanswered", facts, evidence);
    // Many networks send all questions to a resolver of their own, which answers them without authority.
    if (named("answered").length === 0 && named("lame").every(({ status }) => status === "ok"))
      return outcome("intercepted", facts, evidence);
    const [lame, missing, silent] = [named("lame"), named("no_address"), named("unreachable")];
    if (lame.length > 0) return outcome("lame", list(lame), evidence);
    if (missing.length > 0) return outcome("no-address", list(missing), evidence);
    if (silent.length > 0) return outcome("unreachable", list(silent), evidence);
    const answered = named("answered");
    const serials = new Set(answered.map(({ serial }) => serial));
    if (serials.size > 1) return outcome("serials-differ", { ...facts, serials: [...serials].join(", ") }, evidence);
    return outcome("ok", { ...facts, count: String(answered.length) }, evidence);
  },
  reproduce: ({ domain }) =>
    `for s in $(dig +short ${shellQuote(domain)} NS); do dig +norecurse +noall +answer @$s ${shellQuote(domain)} SOA; done`,
});
