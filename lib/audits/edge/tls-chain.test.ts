import type { Changes } from "../testing/healthy-observation.ts";
import { HEALTHY } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { tlsChain } from "./tls-chain.ts";

const chain = HEALTHY.tls.chain;
const leaf = chain.slice(0, 1);
const expired = chain.map((certificate) => ({ ...certificate, validTo: "2026-05-02T00:00:00.000Z" }));
const untrusted = (trustError: string | null, sent = chain): Changes => ({
  tls: { trusted: false, trustError, chain: sent },
});

testOutcomes(tlsChain, [
  ["ok", "pass", "the chain is trusted", {}],
  ["ok", "pass", "only the name does not match", untrusted("ERR_TLS_CERT_ALTNAME_INVALID")],
  ["self-signed", "fail", "the leaf signed itself", untrusted("DEPTH_ZERO_SELF_SIGNED_CERT", leaf)],
  [
    "self-signed",
    "fail",
    "the leaf signed itself and has expired",
    untrusted(
      "CERT_HAS_EXPIRED",
      expired.slice(0, 1).map((certificate) => ({ ...certificate, selfIssued: true })),
    ),
  ],
  ["missing-intermediate", "fail", "only the leaf is sent", untrusted("UNABLE_TO_VERIFY_LEAF_SIGNATURE", leaf)],
  ["unknown-root", "fail", "the root is sent and not known", untrusted("SELF_SIGNED_CERT_IN_CHAIN")],
  ["unknown-root", "fail", "the root is neither sent nor known", untrusted("UNABLE_TO_GET_ISSUER_CERT_LOCALLY")],
  ["intermediate-dates", "fail", "a certificate above the leaf has expired", untrusted("CERT_HAS_EXPIRED")],
  ["untrusted", "fail", "the chain fails in another way", untrusted("CERT_REVOKED")],
  ["untrusted", "fail", "no reason is known", untrusted(null)],
  ["untrusted", "fail", "no certificate was sent", untrusted(null, [])],
  ["leaf-dates", "inconclusive", "the leaf has expired, which hides the rest", untrusted("CERT_HAS_EXPIRED", expired)],
]);
