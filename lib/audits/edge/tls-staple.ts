import { defineRule, outcome } from "../rule.ts";
import { TLS } from "./tls-rule.ts";

/** Most certificates ask for nothing, and many authorities no longer speak OCSP: its absence is no fault. */
export const tlsStaple = defineRule({
  ...TLS,
  id: "edge/tls-staple",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    stapled: { verdict: "pass", severity: "info" },
    missing: { verdict: "fail", severity: "high" },
    "no-certificate": { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ tls }) {
    const leaf = tls.chain[0];
    if (!leaf) return outcome("no-certificate");
    const evidence = [
      { label: "asks for a stapled OCSP answer", value: leaf.mustStaple ? "yes" : "no" },
      { label: "stapled OCSP answer", value: tls.ocspStapled ? "sent" : "not sent" },
    ];
    if (!leaf.mustStaple) return outcome("ok", {}, evidence);
    return outcome(tls.ocspStapled ? "stapled" : "missing", {}, evidence);
  },
});
