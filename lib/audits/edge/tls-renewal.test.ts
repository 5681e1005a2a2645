import { NO_NOTES, type Observation } from "../observation.ts";
import type { Changes } from "../testing/healthy-observation.ts";
import { answered, answeredBy, HEALTHY } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { tlsRenewal } from "./tls-renewal.ts";

const [leaf, issuer] = HEALTHY.tls.chain;

/** The leaf with another issuer or other dates, under these CAA records. */
function looks(changes: Partial<NonNullable<typeof leaf>>, ...caa: string[]): Changes {
  const chain = [leaf && { ...leaf, ...changes }, issuer].flatMap((one) => one ?? []);
  return { tls: { chain }, dns: { caa: [answered("example.com", "CAA", ...caa)] } };
}
const after = (fingerprint256: string, validTo = "2026-06-10T00:00:00.000Z"): Partial<Observation["target"]> => ({
  notes: { ...NO_NOTES, lastCertificate: { fingerprint256, validTo, seenAt: "2026-04-28T12:00:00.000Z" } },
});
/** No run before has seen a certificate. */
const FIRST: Partial<Observation["target"]> = { notes: NO_NOTES };
const letsEncrypt = { issuer: "C=US, O=Let's Encrypt, CN=E7" };
const digicert = { issuer: "C=US, O=DigiCert Inc, CN=DigiCert G5 TLS" };
const to = (validTo: string) => ({ ...letsEncrypt, validTo });

testOutcomes(tlsRenewal, [
  ["renewed", "pass", "the run before saw an older certificate", {}, after("CC:DD")],
  ["unproven", "warn", "the run before saw this one, of an issuer that is not known", {}, after("AA:BB")],
  ["unproven", "warn", "the run before saw one that held longer", {}, after("CC:DD", "2026-09-01T00:00:00.000Z")],
  ["unproven", "warn", "nothing was seen before, and the issuer is not known", {}, FIRST],
  ["automatic", "pass", "Let's Encrypt, allowed by CAA", looks(letsEncrypt, '0 issue "letsencrypt.org"'), FIRST],
  ["automatic", "pass", "Let's Encrypt, without any CAA", looks(letsEncrypt), FIRST],
  [
    "automatic",
    "pass",
    "DigiCert, for 90 days",
    looks(digicert, '0 issue "letsencrypt.org"', '0 issue "digicert.com; x=y"'),
    FIRST,
  ],
  ["unproven", "warn", "DigiCert, for 190 days", looks({ ...digicert, validTo: "2026-11-07T00:00:00.000Z" }), FIRST],
  [
    "automatic",
    "pass",
    "Amazon, for 190 days, which renews what it manages",
    looks({ issuer: "C=US, O=Amazon, CN=Amazon RSA 2048 M04", validTo: "2026-11-07T00:00:00.000Z" }),
    FIRST,
  ],
  ["caa-forbids", "fail", "CAA names another authority", looks(letsEncrypt, '0 issue "digicert.com"')],
  ["caa-forbids", "fail", "CAA allows nobody", looks({}, '0 issue ";"'), after("CC:DD")],
  [
    "caa-forbids",
    "fail",
    "a wildcard, which CAA gives to another authority",
    looks({ ...letsEncrypt, names: ["*.example.com"] }, '0 issue "letsencrypt.org"', '0 issuewild "digicert.com"'),
  ],
  ["automatic", "pass", "CAA is only about mail", looks(letsEncrypt, '0 issuemail "digicert.com"'), FIRST],
  [
    "automatic",
    "pass",
    "nobody answered about CAA",
    { ...looks(letsEncrypt), dns: { caa: [answeredBy("example.com", "CAA", "timeout")] } },
    FIRST,
  ],
  ["late", "warn", "less than a third is left", looks(to("2026-06-10T00:00:00.000Z")), after("CC:DD")],
  ["failed", "fail", "less than a week is left", looks(to("2026-06-05T00:00:00.000Z"))],
  ["over", "fail", "it has run out", looks(to("2026-06-01T00:00:00.000Z"))],
  ["untrusted", "inconclusive", "it leads to no trusted root", { tls: { trusted: false } }],
  ["no-certificate", "inconclusive", "there is none", { tls: { chain: [] } }],
]);
