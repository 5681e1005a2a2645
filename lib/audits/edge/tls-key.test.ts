import type { PartValue } from "../observation.ts";
import type { Changes } from "../testing/healthy-observation.ts";
import { HEALTHY } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { tlsKey } from "./tls-key.ts";

type Certificate = PartValue<"tls">["chain"][number];

function certificates(leaf: Partial<Certificate>, issuer: Partial<Certificate> = {}): Changes {
  const changes = [leaf, issuer];
  return { tls: { chain: HEALTHY.tls.chain.map((certificate, depth) => ({ ...certificate, ...changes[depth] })) } };
}
const sha1 = { signatureAlgorithm: "sha1WithRSAEncryption" };

testOutcomes(tlsKey, [
  ["ok", "pass", "the key is P-256", {}],
  ["ok", "pass", "the key is RSA of 2048 bits", certificates({ keyType: "RSA", keyBits: 2048 })],
  ["ok", "pass", "the key is Ed25519, whose size is not told", certificates({ keyType: "ed25519", keyBits: null })],
  ["ok", "pass", "only the root signed itself with SHA-1", certificates({}, { ...sha1, selfIssued: true })],
  [
    "ok",
    "pass",
    "the hash is one of SHA-2 or SHA-3",
    certificates(
      { signatureAlgorithm: "sha512WithRSAEncryption" },
      { signatureAlgorithm: "id-rsassa-pkcs1-v1_5-with-sha3-256" },
    ),
  ],
  ["weak-key", "fail", "the key is RSA of 1024 bits", certificates({ keyType: "rsa", keyBits: 1024 })],
  ["weak-key", "fail", "the key is EC of 224 bits", certificates({ keyType: "ec", keyBits: 224 })],
  ["weak-key", "fail", "the key is DSA", certificates({ keyType: "dsa", keyBits: 3072 })],
  ["weak-key", "fail", "the issuer's key is short", certificates({}, { keyType: "rsa", keyBits: 1024 })],
  ["weak-signature", "fail", "the leaf is signed with SHA-1", certificates(sha1)],
  ["weak-signature", "fail", "the leaf signed itself with SHA-1", certificates({ ...sha1, selfIssued: true })],
  [
    "weak-signature",
    "fail",
    "the issuer is signed with ECDSA and SHA-1",
    certificates({}, { signatureAlgorithm: "ecdsa-with-SHA1" }),
  ],
  [
    "weak-signature",
    "fail",
    "the leaf is signed with MD5",
    certificates({ signatureAlgorithm: "md5WithRSAEncryption" }),
  ],
  ["unknown", "inconclusive", "the kind of key is not known", certificates({ keyType: "ml-dsa-65", keyBits: null })],
  ["unknown", "inconclusive", "the size of an RSA key is not known", certificates({ keyType: "rsa", keyBits: null })],
  ["unknown", "inconclusive", "there is no certificate", { tls: { chain: [] } }],
]);
