import { shellQuote } from "../parse/shell-quote.ts";
import { defineRule, outcome } from "../rule.ts";
import { isClaimable } from "./claimable-hosts.ts";

export const takeover = defineRule({
  id: "dns/takeover",
  check: "dns-status",
  subject: "domain",
  needs: ["zone"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "no-address": { verdict: "warn", severity: "low" },
    dangling: { verdict: "fail", severity: "high" },
    claimable: { verdict: "fail", severity: "critical" },
    unanswered: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ zone, target }) {
    const evidence = zone.names.map(({ name, cname, status }) => ({
      label: name,
      value: cname === null ? status : `alias of ${cname}: ${status}`,
    }));
    // The host itself is dns/dangling-cname's.
    const aliases = zone.names.filter(({ name, cname }) => cname !== null && name !== target.host);
    const gone = aliases.filter(({ status }) => status === "nxdomain");
    const worst = gone.find(({ cname }) => isClaimable(cname ?? "")) ?? gone[0];
    const empty = aliases.find(({ status }) => status === "nodata");
    const say = ({ name, cname }: (typeof zone.names)[number]) => ({ name, cname: cname ?? "" });
    if (worst) return outcome(isClaimable(worst.cname ?? "") ? "claimable" : "dangling", say(worst), evidence);
    if (empty) return outcome("no-address", say(empty), evidence);
    if (zone.namesUnanswered.length > 0)
      return outcome("unanswered", { names: zone.namesUnanswered.join(", ") }, evidence);
    return outcome("ok", { domain: target.domain, count: String(zone.names.length) }, evidence);
  },
  reproduce: ({ domain }) =>
    `for n in www app api staging status docs; do dig +noall +answer $n.${shellQuote(domain)} A; done`,
});
