import type { PartValue } from "../observation.ts";
import { defineRule, outcome } from "../rule.ts";
import { TLS } from "./tls-rule.ts";

const DATE_ERRORS: ReadonlySet<string> = new Set(["CERT_HAS_EXPIRED", "CERT_NOT_YET_VALID"]);
const NO_ISSUER: ReadonlySet<string> = new Set([
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
]);

export const tlsChain = defineRule({
  ...TLS,
  id: "edge/tls-chain",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "self-signed": { verdict: "fail", severity: "critical" },
    "missing-intermediate": { verdict: "fail", severity: "critical" },
    "unknown-root": { verdict: "fail", severity: "critical" },
    "intermediate-dates": { verdict: "fail", severity: "critical" },
    untrusted: { verdict: "fail", severity: "critical" },
    "leaf-dates": { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ tls, observedAt }) {
    const evidence = [
      { label: "verification", value: tls.trusted ? "trusted" : (tls.trustError ?? "not trusted") },
      ...tls.chain.map(({ subject, issuer }) => ({ label: "certificate", value: `${subject} ← ${issuer}` })),
    ];
    const facts = { issuer: tls.chain.at(-1)?.issuer ?? "nobody", error: tls.trustError ?? "no reason given" };
    return outcome(tls.trusted ? "ok" : whyUntrusted(tls, observedAt), facts, evidence);
  },
});

function whyUntrusted({ trustError, chain }: PartValue<"tls">, observedAt: string) {
  const error = trustError ?? "";
  const leaf = chain[0];
  if (error === "DEPTH_ZERO_SELF_SIGNED_CERT" || (chain.length === 1 && leaf?.selfIssued)) return "self-signed";
  // Names are judged by their own rule, and OpenSSL looks at them only when the chain holds.
  if (error === "ERR_TLS_CERT_ALTNAME_INVALID") return "ok";
  if (DATE_ERRORS.has(error)) return leaf && areDatesOff(leaf, observedAt) ? "leaf-dates" : "intermediate-dates";
  if (NO_ISSUER.has(error)) return chain.length === 1 ? "missing-intermediate" : "unknown-root";
  return error === "SELF_SIGNED_CERT_IN_CHAIN" ? "unknown-root" : "untrusted";
}

function areDatesOff({ validFrom, validTo }: PartValue<"tls">["chain"][number], observedAt: string): boolean {
  const now = Date.parse(observedAt);
  return now < Date.parse(validFrom) || now >= Date.parse(validTo);
}
