import type { PartValue } from "../observation.ts";
import { defineRule, outcome } from "../rule.ts";
import { TLS } from "./tls-rule.ts";

type Certificate = PartValue<"tls">["chain"][number];

/** Smallest sizes by the CA/Browser Forum's Baseline Requirements §6.1.5; 0: any. */
const BITS_MIN: Readonly<Record<string, number>> = {
  rsa: 2048,
  "rsa-pss": 2048,
  ec: 256,
  ecdsa: 256,
  ed25519: 0,
  ed448: 0,
};
const BROKEN_HASH = /sha-?1(?!\d)|md[245](?!\d)/i;

export const tlsKey = defineRule({
  ...TLS,
  id: "edge/tls-key",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "weak-key": { verdict: "fail", severity: "high" },
    "weak-signature": { verdict: "fail", severity: "high" },
    unknown: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ tls: { chain } }) {
    const evidence = chain.map((certificate) => ({
      label: certificate.subject,
      value: `${describeKey(certificate)}, ${certificate.signatureAlgorithm}`,
    }));
    const weak = chain.find((certificate) => hasStrongKey(certificate) === false);
    if (weak) return outcome("weak-key", { subject: weak.subject, key: describeKey(weak) }, evidence);
    // A root is trusted for being in the store, not for its own signature.
    const badlySigned = chain.find((certificate, depth) => {
      return (depth === 0 || !certificate.selfIssued) && BROKEN_HASH.test(certificate.signatureAlgorithm);
    });
    if (badlySigned) {
      const facts = { subject: badlySigned.subject, algorithm: badlySigned.signatureAlgorithm };
      return outcome("weak-signature", facts, evidence);
    }
    const leaf = chain[0];
    if (!leaf || hasStrongKey(leaf) === null) return outcome("unknown", {}, evidence);
    return outcome("ok", { key: describeKey(leaf), algorithm: leaf.signatureAlgorithm }, evidence);
  },
});

/** `null`: a kind of key, or a size, that is not known. DSA has not been allowed in the web's PKI for long. */
function hasStrongKey({ keyType, keyBits }: Certificate): boolean | null {
  const type = keyType.toLowerCase();
  if (type === "dsa") return false;
  const least = Object.hasOwn(BITS_MIN, type) ? BITS_MIN[type] : undefined;
  if (least === undefined) return null;
  if (least === 0) return true;
  return keyBits === null ? null : keyBits >= least;
}

export function describeKey({ keyType, keyBits, curve }: Certificate): string {
  const size = keyBits === null ? keyType : `${keyType} ${keyBits} bit`;
  return curve === null ? size : `${size}, ${curve}`;
}
