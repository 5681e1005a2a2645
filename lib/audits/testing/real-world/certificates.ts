import type { PartValue } from "../../observation.ts";

type Tls = PartValue<"tls">;
type Certificate = Tls["chain"][number];

const above = {
  names: [],
  namesTotal: 0,
  validFrom: "2023-12-13T09:00:00.000Z",
  validTo: "2029-02-20T14:00:00.000Z",
  serial: "7ff0",
  fingerprint256: "A1:B2",
  keyType: "ec",
  keyBits: 256,
  curve: "prime256v1",
  signatureAlgorithm: "ecdsa-with-SHA384",
  selfIssued: false,
  scts: 0,
  mustStaple: false,
  issuerUrls: ["http://x1.i.lencr.org/"],
  ocspUrls: [],
} satisfies Omit<Certificate, "subject" | "issuer">;

const rsa = {
  ...above,
  keyType: "rsa",
  keyBits: 2048,
  curve: null,
  signatureAlgorithm: "sha256WithRSAEncryption",
} as const;

/** Authorities with the chains that they have servers send today. */
const AUTHORITIES = {
  letsEncrypt: {
    days: 90,
    leaf: { ...above, issuer: "C=US, O=Let's Encrypt, CN=E8", issuerUrls: ["http://e8.i.lencr.org/"] },
    chain: [
      {
        ...above,
        subject: "C=US, O=Let's Encrypt, CN=E8",
        issuer: "C=US, O=Internet Security Research Group, CN=ISRG Root X1",
      },
    ],
    root: "C=US, O=Internet Security Research Group, CN=ISRG Root X1",
  },
  google: {
    days: 90,
    leaf: { ...above, issuer: "C=US, O=Google Trust Services, CN=WE1", issuerUrls: ["http://i.pki.goog/we1.crt"] },
    chain: [
      {
        ...above,
        subject: "C=US, O=Google Trust Services, CN=WE1",
        issuer: "C=US, O=Google Trust Services LLC, CN=GTS Root R4",
      },
      {
        ...above,
        subject: "C=US, O=Google Trust Services LLC, CN=GTS Root R4",
        issuer: "C=BE, O=GlobalSign nv-sa, OU=Root CA, CN=GlobalSign Root CA",
        signatureAlgorithm: "sha256WithRSAEncryption",
      },
    ],
    root: "C=US, O=Google Trust Services LLC, CN=GTS Root R4",
  },
  /** Certificate Manager: 198 days, renewed by Amazon 45 days before their end. */
  amazon: {
    days: 198,
    leaf: { ...rsa, issuer: "C=US, O=Amazon, CN=Amazon RSA 2048 M04" },
    chain: [
      { ...rsa, subject: "C=US, O=Amazon, CN=Amazon RSA 2048 M04", issuer: "C=US, O=Amazon, CN=Amazon Root CA 1" },
      {
        ...rsa,
        subject: "C=US, O=Amazon, CN=Amazon Root CA 1",
        issuer:
          "C=US, ST=Arizona, O=Starfield Technologies, Inc., CN=Starfield Services Root Certificate Authority - G2",
      },
      {
        ...rsa,
        subject:
          "C=US, ST=Arizona, O=Starfield Technologies, Inc., CN=Starfield Services Root Certificate Authority - G2",
        issuer: "C=US, O=Starfield Technologies, Inc., OU=Starfield Class 2 Certification Authority",
      },
    ],
    root: "C=US, O=Amazon, CN=Amazon Root CA 1",
  },
  /** As Azure Front Door orders them for its customers: 180 days. */
  digicert: {
    days: 180,
    leaf: {
      ...rsa,
      issuer: "C=US, O=DigiCert Inc, OU=www.digicert.com, CN=GeoTrust TLS RSA CA G1",
      ocspUrls: ["http://status.geotrust.com"],
    },
    chain: [
      {
        ...rsa,
        subject: "C=US, O=DigiCert Inc, OU=www.digicert.com, CN=GeoTrust TLS RSA CA G1",
        issuer: "C=US, O=DigiCert Inc, OU=www.digicert.com, CN=DigiCert Global Root G2",
      },
    ],
    root: "C=US, O=DigiCert Inc, OU=www.digicert.com, CN=DigiCert Global Root G2",
  },
} as const;

export const AT = "2026-11-20T09:00:00.000Z";
const DAY_MS = 86_400_000;

/** A handshake with a certificate for `names`, `left` days before its end. */
export function tlsOf(authority: keyof typeof AUTHORITIES, names: readonly string[], left: number): Tls {
  const { days, leaf, chain, root } = AUTHORITIES[authority];
  const end = Date.parse(AT) + left * DAY_MS;
  const own: Certificate = {
    ...leaf,
    issuerUrls: [...leaf.issuerUrls],
    ocspUrls: [...leaf.ocspUrls],
    subject: `CN=${names[0]}`,
    names: [...names],
    namesTotal: names.length,
    validFrom: new Date(end - days * DAY_MS).toISOString(),
    validTo: new Date(end).toISOString(),
    serial: "04a1",
    fingerprint256: "5E:AF",
    scts: 2,
  };
  const sent = [own, ...chain.map((one): Certificate => ({ ...one, issuerUrls: [...one.issuerUrls] }))];
  return {
    protocol: "TLSv1.3",
    cipher: "TLS_AES_128_GCM_SHA256",
    alpn: "http/1.1",
    trusted: true,
    trustError: null,
    root: { subject: root, store: "public" },
    nameMatches: true,
    chain: sent,
    chainTotal: sent.length,
    chainAsSent: true,
    issuerFetched: null,
    ocspStapled: false,
    versions: { TLSv1: false, "TLSv1.1": false, "TLSv1.2": true, "TLSv1.3": true },
  };
}
