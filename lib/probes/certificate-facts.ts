import type { X509Certificate } from "node:crypto";
import type { PartValue } from "#lib/audits/observation.ts";
import { readExtensions } from "./certificate-extensions.ts";

export type CertificateFacts = PartValue<"tls">["chain"][number];

const NAMES_MAX = 200;
const TEXT_CHARS_MAX = 1024;
const CURVE_BITS: Readonly<Record<string, number>> = {
  prime256v1: 256,
  secp384r1: 384,
  secp521r1: 521,
  secp256k1: 256,
};

export function certificateFacts(certificate: X509Certificate): CertificateFacts {
  const names = alternativeNames(certificate.subjectAltName ?? "");
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    names: names.slice(0, NAMES_MAX),
    namesTotal: names.length,
    validFrom: certificate.validFromDate.toISOString(),
    validTo: certificate.validToDate.toISOString(),
    serial: certificate.serialNumber,
    fingerprint256: certificate.fingerprint256,
    ...keyFacts(certificate),
    signatureAlgorithm: certificate.signatureAlgorithm ?? certificate.signatureAlgorithmOid,
    selfIssued: certificate.subject === certificate.issuer,
    ...readExtensions(certificate.raw),
  };
}

/** Whether the leaf names the host by a subjectAltName; the common name does not count (RFC 9525 §2). */
export function namesHost(certificate: X509Certificate, host: string, isLiteral: boolean): boolean {
  return (isLiteral ? certificate.checkIP(host) : certificate.checkHost(host, { subject: "never" })) !== undefined;
}

function keyFacts(certificate: X509Certificate): Pick<CertificateFacts, "keyType" | "keyBits" | "curve"> {
  try {
    const { asymmetricKeyType = "unknown", asymmetricKeyDetails = {} } = certificate.publicKey;
    const { modulusLength, namedCurve } = asymmetricKeyDetails;
    const keyBits = modulusLength ?? CURVE_BITS[namedCurve ?? ""] ?? null;
    return { keyType: asymmetricKeyType, keyBits, curve: namedCurve ?? null };
  } catch {
    // OpenSSL shows certificates whose keys it cannot read.
    return { keyType: "unknown", keyBits: null, curve: null };
  }
}

/** Node quotes, JSON style, a name that could be taken for several. */
function alternativeNames(text: string): string[] {
  return [...text.matchAll(/(?:^|, )(?:DNS|IP Address):("(?:[^"\\]|\\.)*"|[^,]*)/g)].map(([, name = ""]) =>
    name.slice(0, TEXT_CHARS_MAX),
  );
}

function oneLine(name: string): string {
  return name.split("\n").join(", ").slice(0, TEXT_CHARS_MAX);
}
