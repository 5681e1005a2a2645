import { defineRule, outcome } from "../rule.ts";
import { TLS } from "./tls-rule.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** CA/Browser Forum SC-081v3 calls certificates of at most ten days short-lived. */
const SHORT_LIVED_MS = 10 * DAY_MS;

export const tlsExpiry = defineRule({
  ...TLS,
  id: "edge/tls-expiry",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    soon: { verdict: "warn", severity: "medium" },
    imminent: { verdict: "fail", severity: "high" },
    expired: { verdict: "fail", severity: "critical" },
    "not-yet-valid": { verdict: "fail", severity: "critical" },
    "no-certificate": { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ tls, observedAt }) {
    const leaf = tls.chain[0];
    if (!leaf) return outcome("no-certificate");
    const [from, to, now] = [Date.parse(leaf.validFrom), Date.parse(leaf.validTo), Date.parse(observedAt)];
    const evidence = [
      { label: "valid from", value: leaf.validFrom },
      { label: "valid to", value: leaf.validTo },
      { label: "observed", value: observedAt },
    ];
    const left = to - now;
    const facts = { from: leaf.validFrom, to: leaf.validTo, left: inWords(left), lifetime: inWords(to - from) };
    if (left <= 0) return outcome("expired", facts, evidence);
    if (now < from) return outcome("not-yet-valid", facts, evidence);
    if (left < imminentMs(to - from)) return outcome("imminent", facts, evidence);
    return outcome(left < (to - from) / 3 ? "soon" : "ok", facts, evidence);
  },
});

/** Below this, renewal has plainly failed. Very short-lived certificates keep two thirds of their life in the clear. */
function imminentMs(lifetime: number): number {
  if (lifetime <= SHORT_LIVED_MS) return Math.min(48 * HOUR_MS, lifetime / 3);
  return Math.max(lifetime / 6, 7 * DAY_MS);
}

function inWords(ms: number): string {
  const hours = Math.floor(Math.max(ms, 0) / HOUR_MS);
  if (hours < 72) return hours === 1 ? "1 hour" : `${hours} hours`;
  return `${Math.floor(hours / 24)} days`;
}
