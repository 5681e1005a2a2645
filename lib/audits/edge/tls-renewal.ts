import type { PartValue } from "../observation.ts";
import { defineRule, outcome } from "../rule.ts";
import { caaAllows } from "./caa-allows.ts";
import { knownIssuer } from "./certificate-issuers.ts";
import { ACME_LIFE_MS, dueShare, inWords, lifetimeOf, sayMoment, standingOf } from "./lifetime.ts";
import { TLS } from "./tls-rule.ts";

type Certificate = PartValue<"tls">["chain"][number];

const CAA_WORDS = { allowed: "allow", forbidden: "do not allow", unknown: "could not be judged for" } as const;

export const tlsRenewal = defineRule({
  ...TLS,
  id: "edge/tls-renewal",
  check: "certificate-renewal",
  needs: ["tls", "dns"],
  outcomes: {
    renewed: { verdict: "pass", severity: "info" },
    automatic: { verdict: "pass", severity: "info" },
    unproven: { verdict: "warn", severity: "low" },
    late: { verdict: "warn", severity: "medium" },
    failed: { verdict: "fail", severity: "high" },
    over: { verdict: "fail", severity: "critical" },
    "caa-forbids": { verdict: "fail", severity: "high" },
    untrusted: { verdict: "inconclusive", severity: "info" },
    "no-certificate": { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ tls, dns, target, observedAt }) {
    const leaf = tls.chain[0];
    if (!leaf) return outcome("no-certificate");
    const life = lifetimeOf(leaf, observedAt);
    const last = target.notes.lastCertificate;
    const issuer = knownIssuer(leaf.issuer);
    const isWildcard = !leaf.names.includes(target.host) && leaf.names.some((name) => name.startsWith("*."));
    const caa = caaAllows(dns.caa, issuer?.caa ?? null, isWildcard);
    const evidence = [
      { label: "issuer", value: leaf.issuer },
      { label: "valid", value: `${leaf.validFrom} to ${leaf.validTo}` },
      {
        label: "seen before",
        value: last ? `${last.fingerprint256}, to ${last.validTo}, on ${last.seenAt}` : "nothing",
      },
      { label: "CAA", value: `The records ${CAA_WORDS[caa]} the present issuer.` },
    ];
    const facts = {
      issuer: issuer?.name ?? leaf.issuer,
      how: issuer?.acme === "managed" ? "renews the certificates that it manages" : "issues by ACME",
      left: inWords(life.left),
      lifetime: inWords(life.whole),
      share: dueShare(life),
      to: sayMoment(leaf.validTo),
      before: last?.validTo.slice(0, 10) ?? "",
      seen: last?.seenAt.slice(0, 10) ?? "",
      since: last ? `Since ${last.seenAt.slice(0, 10)} nobody has` : "Nobody has yet",
      caa: caa === "unknown" ? " Whether CAA allows its issuer is not known." : "",
    };
    const standing = standingOf(life);
    if (standing === "over") return outcome("over", facts, evidence);
    if (standing === "imminent") return outcome("failed", facts, evidence);
    if (standing === "soon") return outcome("late", facts, evidence);
    if (!tls.trusted) return outcome("untrusted", facts, evidence);
    if (caa === "forbidden") return outcome("caa-forbids", facts, evidence);
    if (last && isSuccessor(leaf, last)) return outcome("renewed", facts, evidence);
    const isAutomatic = issuer !== null && (issuer.acme !== "offered" || life.whole <= ACME_LIFE_MS);
    return outcome(isAutomatic ? "automatic" : "unproven", facts, evidence);
  },
});

/** Another certificate that holds longer; one that holds less long is a step back, not a renewal. */
function isSuccessor(leaf: Certificate, last: { fingerprint256: string; validTo: string }): boolean {
  return leaf.fingerprint256 !== last.fingerprint256 && Date.parse(leaf.validTo) > Date.parse(last.validTo);
}
