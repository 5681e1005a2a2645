import type { PartValue } from "../observation.ts";
import { defineRule, outcome } from "../rule.ts";
import { sayMoment } from "./lifetime.ts";
import { judgeOrder, pathOf } from "./sent-order.ts";
import { TLS } from "./tls-rule.ts";

type Tls = PartValue<"tls">;
type Certificate = Tls["chain"][number];

const DATE_ERRORS: ReadonlySet<string> = new Set(["CERT_HAS_EXPIRED", "CERT_NOT_YET_VALID"]);
const NO_ISSUER: ReadonlySet<string> = new Set([
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
]);
/** Mbed TLS takes eight intermediates by default (MBEDTLS_X509_MAX_INTERMEDIATE_CA): ten certificates in all. */
const LENGTH_MAX = 10;

export const tlsChain = defineRule({
  ...TLS,
  id: "edge/tls-chain",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "self-signed": { verdict: "fail", severity: "critical" },
    "missing-intermediate": { verdict: "fail", severity: "critical" },
    "unknown-root": { verdict: "fail", severity: "critical" },
    "unknown-issuer": { verdict: "fail", severity: "critical" },
    "intermediate-dates": { verdict: "fail", severity: "critical" },
    "too-large": { verdict: "fail", severity: "critical" },
    "too-long": { verdict: "fail", severity: "high" },
    untrusted: { verdict: "fail", severity: "critical" },
    misordered: { verdict: "warn", severity: "medium" },
    long: { verdict: "warn", severity: "medium" },
    "not-logged": { verdict: "warn", severity: "medium" },
    stray: { verdict: "warn", severity: "low" },
    "leaf-dates": { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ tls, observedAt }) {
    const evidence = [
      { label: "verification", value: tls.trusted ? "trusted" : (tls.trustError ?? "not trusted") },
      ...tls.chain.map(({ subject, issuer }) => ({ label: "certificate", value: `${subject} ← ${issuer}` })),
    ];
    const top = pathOf(tls.chain).at(-1);
    const offDate = tls.chain.slice(1).find((one) => areDatesOff(one, observedAt));
    const order = judgeOrder(tls.chain);
    const facts = {
      subject: top?.subject ?? "nobody",
      issuer: top?.issuer ?? "nobody",
      error: tls.trustError ?? "no reason given",
      total: String(tls.chainTotal),
      names: String(tls.chain[0]?.namesTotal ?? 0),
      late: offDate?.subject ?? "The root",
      dates: offDate ? `${sayMoment(offDate.validFrom)} to ${sayMoment(offDate.validTo)}` : "not shown",
      stray: typeof order === "string" ? "" : order.stray.subject,
      order: tls.chain.map(({ subject }) => subject).join(", then "),
    };
    return outcome(chainCode(tls, observedAt), facts, evidence);
  },
});

export function chainCode(tls: Tls, observedAt: string) {
  // Names are judged by their own rule, and OpenSSL looks at them only when the chain holds.
  const isTrusted = tls.trusted || tls.trustError === "ERR_TLS_CERT_ALTNAME_INVALID";
  return isTrusted ? judgeTrusted(tls) : whyUntrusted(tls, observedAt);
}

/** What a browser forgives, or refuses for another reason than trust. */
function judgeTrusted(tls: Tls) {
  const order = judgeOrder(tls.chain);
  if (tls.chainTotal > LENGTH_MAX) return "long";
  if (tls.chainAsSent && order === "misordered") return "misordered";
  // Browsers ask for timestamps only under the roots that they bring along.
  if (tls.root?.store === "public" && tls.chain[0]?.scts === 0) return "not-logged";
  return typeof order === "string" ? "ok" : "stray";
}

function whyUntrusted({ trustError, chain, issuerFetched }: Tls, observedAt: string) {
  const error = trustError ?? "";
  const top = pathOf(chain).at(-1);
  const leaf = chain[0];
  if (error === "EXCESSIVE_MESSAGE_SIZE") return "too-large";
  if (error === "CERT_CHAIN_TOO_LONG") return "too-long";
  if (error === "DEPTH_ZERO_SELF_SIGNED_CERT" || (chain.length === 1 && leaf?.selfIssued)) return "self-signed";
  if (DATE_ERRORS.has(error)) return leaf && areDatesOff(leaf, observedAt) ? "leaf-dates" : "intermediate-dates";
  if (error === "SELF_SIGNED_CERT_IN_CHAIN") return "unknown-root";
  if (!NO_ISSUER.has(error)) return "untrusted";
  if (top?.selfIssued || issuerFetched?.result === "unknown-root") return "unknown-root";
  if (issuerFetched?.result === "completes") return "missing-intermediate";
  // Public authorities say where an intermediate's certificate lies; that it could not be had changes little.
  return issuerFetched && chain.length === 1 ? "missing-intermediate" : "unknown-issuer";
}

function areDatesOff({ validFrom, validTo }: Certificate, observedAt: string): boolean {
  const now = Date.parse(observedAt);
  return now < Date.parse(validFrom) || now >= Date.parse(validTo);
}
