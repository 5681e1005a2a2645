import { defineRule, outcome } from "../rule.ts";
import { DAY_MS, daysMax, dueShare, inWords, lifetimeOf, sayMoment, standingOf } from "./lifetime.ts";
import { TLS } from "./tls-rule.ts";

export const tlsExpiry = defineRule({
  ...TLS,
  id: "edge/tls-expiry",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    soon: { verdict: "warn", severity: "medium" },
    imminent: { verdict: "fail", severity: "high" },
    expired: { verdict: "fail", severity: "critical" },
    "not-yet-valid": { verdict: "fail", severity: "critical" },
    "too-long-lived": { verdict: "fail", severity: "high" },
    "no-certificate": { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ tls, observedAt }) {
    const leaf = tls.chain[0];
    if (!leaf) return outcome("no-certificate");
    const life = lifetimeOf(leaf, observedAt);
    const evidence = [
      { label: "valid from", value: leaf.validFrom },
      { label: "valid to", value: leaf.validTo },
      { label: "observed", value: observedAt },
    ];
    const most = daysMax(life, tls.root?.store);
    const facts = {
      from: sayMoment(leaf.validFrom),
      to: sayMoment(leaf.validTo),
      left: inWords(life.left),
      lifetime: inWords(life.whole),
      share: dueShare(life),
      most: String(most ?? ""),
    };
    const standing = standingOf(life);
    if (standing === "over") return outcome("expired", facts, evidence);
    if (life.now < life.from) return outcome("not-yet-valid", facts, evidence);
    if (most !== null && life.whole > most * DAY_MS) return outcome("too-long-lived", facts, evidence);
    return outcome(standing, facts, evidence);
  },
});
