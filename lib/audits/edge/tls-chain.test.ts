import type { Changes } from "../testing/healthy-observation.ts";
import { HEALTHY } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { tlsChain } from "./tls-chain.ts";

const chain = HEALTHY.tls.chain;
const leaf = chain.slice(0, 1);
const expired = chain.map((certificate) => ({ ...certificate, validTo: "2026-05-02T00:00:00.000Z" }));
const untrusted = (trustError: string | null, sent = chain, more: Changes["tls"] = {}): Changes => ({
  tls: { trusted: false, trustError, root: null, chain: sent, chainTotal: sent.length, ...more },
});
const fetched = (result: "completes" | "unknown-root" | "unreadable") => ({
  issuerFetched: { url: "http://ca.example.net/ca.crt", result },
});
const root = chain.slice(1).map((one) => ({ ...one, subject: "CN=Example Root", issuer: "CN=Example Root" }));
const [theRoot, theLeaf, theIntermediate] = [...root.map((one) => ({ ...one, selfIssued: true })), ...chain];
const sent = (...certificates: (typeof theRoot)[]): Changes => {
  const list = certificates.flatMap((one) => one ?? []);
  return { tls: { chain: list, chainTotal: list.length } };
};
const unlogged = (store: "public" | "added"): Changes => ({
  tls: { root: { subject: "CN=Example Root", store }, chain: chain.map((one) => ({ ...one, scts: 0 })) },
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
  [
    "missing-intermediate",
    "fail",
    "the issuer's certificate completes the chain",
    untrusted("UNABLE_TO_VERIFY_LEAF_SIGNATURE", leaf, fetched("completes")),
  ],
  [
    "missing-intermediate",
    "fail",
    "only the leaf is sent, and its issuer could not be fetched",
    untrusted("UNABLE_TO_VERIFY_LEAF_SIGNATURE", leaf, fetched("unreadable")),
  ],
  ["unknown-root", "fail", "the root is sent and not known", untrusted("SELF_SIGNED_CERT_IN_CHAIN")],
  [
    "unknown-root",
    "fail",
    "the issuer's certificate leads to no known root",
    untrusted("UNABLE_TO_GET_ISSUER_CERT_LOCALLY", chain, fetched("unknown-root")),
  ],
  [
    "unknown-issuer",
    "fail",
    "the leaf does not say where its issuer is",
    untrusted("UNABLE_TO_VERIFY_LEAF_SIGNATURE", leaf),
  ],
  [
    "unknown-issuer",
    "fail",
    "an intermediate is sent, and its issuer could not be fetched",
    untrusted("UNABLE_TO_GET_ISSUER_CERT_LOCALLY", chain, fetched("unreadable")),
  ],
  ["too-large", "fail", "no client takes so much", untrusted("EXCESSIVE_MESSAGE_SIZE", leaf)],
  ["too-long", "fail", "the verifier gives up", untrusted("CERT_CHAIN_TOO_LONG", chain, { chainTotal: 100 })],
  ["long", "warn", "a hundred certificates are sent", { tls: { chainTotal: 100 } }],
  ["ok", "pass", "the root is sent too", sent(theLeaf, theIntermediate, theRoot)],
  ["misordered", "warn", "the root comes before the intermediate", sent(theLeaf, theRoot, theIntermediate)],
  [
    "ok",
    "pass",
    "the order is not the one that was sent",
    { tls: { ...sent(theLeaf, theRoot, theIntermediate).tls, chainAsSent: false } },
  ],
  [
    "ok",
    "pass",
    "the intermediate comes twice, signed by two roots",
    sent(theLeaf, theIntermediate, theIntermediate && { ...theIntermediate, issuer: "CN=Older Root" }),
  ],
  [
    "stray",
    "warn",
    "a certificate of another chain is sent too",
    sent(theLeaf, theIntermediate, theRoot && { ...theRoot, subject: "CN=Other", issuer: "CN=Other" }),
  ],
  ["not-logged", "warn", "a public certificate has no timestamps", unlogged("public")],
  ["ok", "pass", "a certificate of an added authority has no timestamps", unlogged("added")],
  ["intermediate-dates", "fail", "a certificate above the leaf has expired", untrusted("CERT_HAS_EXPIRED")],
  ["untrusted", "fail", "the chain fails in another way", untrusted("CERT_REVOKED")],
  ["untrusted", "fail", "no reason is known", untrusted(null)],
  ["untrusted", "fail", "no certificate was sent", untrusted(null, [])],
  ["leaf-dates", "inconclusive", "the leaf has expired, which hides the rest", untrusted("CERT_HAS_EXPIRED", expired)],
]);
