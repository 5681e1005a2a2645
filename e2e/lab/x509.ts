import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import * as der from "./der.ts";

export type KeyPair = { publicKey: KeyObject; privateKey: KeyObject };
export type Hash = "sha1" | "sha256";

type CertificateFields = {
  /** Common names; a certificate with `subject === issuer` is self-issued. */
  subject: string;
  issuer: string;
  notBefore: Date;
  notAfter: Date;
  keys: KeyPair;
  /** An EC key pair. */
  issuerKeys: KeyPair;
  hash?: Hash;
  /** Where the issuer's certificate lies (caIssuers). */
  issuerUrl?: string | undefined;
  mustStaple?: boolean | undefined;
  /** How many signed certificate timestamps it carries; they are nobody's, and prove nothing. */
  timestamps?: number | undefined;
} & ({ authority: { pathLength: number } } | { names: readonly string[] });

const OID = {
  commonName: "2.5.4.3",
  subjectKeyIdentifier: "2.5.29.14",
  keyUsage: "2.5.29.15",
  subjectAltName: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  authorityKeyIdentifier: "2.5.29.35",
  extendedKeyUsage: "2.5.29.37",
  serverAuth: "1.3.6.1.5.5.7.3.1",
  authorityInfoAccess: "1.3.6.1.5.5.7.1.1",
  caIssuers: "1.3.6.1.5.5.7.48.2",
  tlsFeature: "1.3.6.1.5.5.7.1.24",
  signedTimestamps: "1.3.6.1.4.1.11129.2.4.2",
} as const;
const ECDSA_WITH: Record<Hash, string> = { sha1: "1.2.840.10045.4.1", sha256: "1.2.840.10045.4.3.2" };

export const generateP256 = (): KeyPair => generateKeyPairSync("ec", { namedCurve: "P-256" });
export const generateRsa = (modulusLength: number): KeyPair => generateKeyPairSync("rsa", { modulusLength });

const nameOf = (commonName: string) =>
  der.sequence(der.set(der.sequence(der.objectIdentifier(OID.commonName), der.utf8String(commonName))));
const spkiOf = (keys: KeyPair) => keys.publicKey.export({ type: "spki", format: "der" });
const keyIdOf = (keys: KeyPair) => createHash("sha256").update(spkiOf(keys)).digest().subarray(0, 20);

function extension(oid: string, value: Buffer, isCritical = false): Buffer {
  const critical = isCritical ? [der.boolean(true)] : [];
  return der.sequence(der.objectIdentifier(oid), ...critical, der.octetString(value));
}

function authorityExtensions(pathLength: number): Buffer[] {
  const certSignAndCrlSign = der.bitString(Buffer.from([0b0000_0110]), 1);
  return [
    extension(OID.basicConstraints, der.sequence(der.boolean(true), der.integer(Buffer.from([pathLength]))), true),
    extension(OID.keyUsage, certSignAndCrlSign, true),
  ];
}

function serverExtensions(names: readonly string[]): Buffer[] {
  const digitalSignature = der.bitString(Buffer.from([0b1000_0000]), 7);
  return [
    extension(OID.basicConstraints, der.sequence(), true),
    extension(OID.keyUsage, digitalSignature, true),
    extension(OID.extendedKeyUsage, der.sequence(der.objectIdentifier(OID.serverAuth))),
    ...(names.length === 0
      ? []
      : [extension(OID.subjectAltName, der.sequence(...names.map((name) => der.implicit(2, Buffer.from(name)))))]),
  ];
}

function otherExtensions({ issuerUrl, mustStaple, timestamps }: CertificateFields): Buffer[] {
  const access = (url: string) =>
    der.sequence(der.sequence(der.objectIdentifier(OID.caIssuers), der.implicit(6, Buffer.from(url))));
  const list = lengthFirst(Buffer.concat(Array.from({ length: timestamps ?? 0 }, () => lengthFirst(randomBytes(118)))));
  return [
    ...(issuerUrl === undefined ? [] : [extension(OID.authorityInfoAccess, access(issuerUrl))]),
    // RFC 7633 §4.1: 5 is status_request.
    ...(mustStaple ? [extension(OID.tlsFeature, der.sequence(der.integer(Buffer.from([5]))))] : []),
    ...(timestamps === undefined ? [] : [extension(OID.signedTimestamps, der.octetString(list))]),
  ];
}

/** Behind its length in two octets, as TLS encodes vectors. */
function lengthFirst(content: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length);
  return Buffer.concat([length, content]);
}

/** Signs an X.509 v3 certificate (RFC 5280 §4.1) and returns it as PEM. */
export function createCertificate(fields: CertificateFields): string {
  const { subject, issuer, notBefore, notAfter, keys, issuerKeys, hash = "sha256" } = fields;
  const algorithm = der.sequence(der.objectIdentifier(ECDSA_WITH[hash]));
  const extensions = [
    ...("names" in fields ? serverExtensions(fields.names) : authorityExtensions(fields.authority.pathLength)),
    extension(OID.subjectKeyIdentifier, der.octetString(keyIdOf(keys))),
    extension(OID.authorityKeyIdentifier, der.sequence(der.implicit(0, keyIdOf(issuerKeys)))),
    ...otherExtensions(fields),
  ];
  const version3 = der.explicit(0, der.integer(Buffer.from([2])));
  // The first bit is cleared so that the number is positive, the second set so that it has no leading zero.
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const toBeSigned = der.sequence(
    version3,
    der.integer(serial),
    algorithm,
    nameOf(issuer),
    der.sequence(der.time(notBefore), der.time(notAfter)),
    nameOf(subject),
    spkiOf(keys),
    der.explicit(3, der.sequence(...extensions)),
  );
  const signature = der.bitString(sign(hash, toBeSigned, issuerKeys.privateKey));
  const encoded = der.sequence(toBeSigned, algorithm, signature).toString("base64");
  const lines = encoded.match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}
