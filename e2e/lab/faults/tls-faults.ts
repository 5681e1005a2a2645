import type { Fault } from "./fault.ts";

export const TLS_FAULTS = [
  {
    name: "tls-expired",
    title: "Expired certificate",
    how: "The certificate ran out three days ago.",
    rules: ["edge/tls-expiry", "edge/tls-renewal"],
    apply(settings) {
      settings.certificates.apex = "expired";
    },
  },
  {
    name: "tls-not-yet-valid",
    title: "Certificate from the future",
    how: "The certificate only becomes valid in two days.",
    rules: ["edge/tls-expiry"],
    apply(settings) {
      settings.certificates.apex = "not-yet-valid";
    },
  },
  {
    name: "tls-near-expiry",
    title: "Certificate about to expire",
    how: "Five of the certificate's ninety days are left.",
    rules: ["edge/tls-expiry", "edge/tls-renewal"],
    apply(settings) {
      settings.certificates.apex = "near-expiry";
    },
  },
  {
    name: "tls-wrong-name",
    title: "Certificate for another name",
    how: "The certificate is for the staging host.",
    rules: ["edge/tls-name"],
    apply(settings) {
      settings.certificates.apex = "wrong-name";
    },
  },
  {
    name: "tls-self-signed",
    title: "Self-signed certificate",
    how: "The certificate is signed by its own key.",
    rules: ["edge/tls-chain"],
    apply(settings) {
      settings.certificates.apex = "self-signed";
    },
  },
  {
    name: "tls-unknown-root",
    title: "Certificate of an unknown authority",
    how: "The certificate is signed by a root that no browser knows.",
    rules: ["edge/tls-chain"],
    apply(settings) {
      settings.certificates.apex = "unknown-root";
    },
  },
  {
    name: "tls-missing-intermediate",
    title: "Intermediate certificate not sent",
    how: "The server sends its own certificate without the intermediate that links it to the root.",
    rules: ["edge/tls-chain"],
    apply(settings) {
      settings.certificates.apex = "missing-intermediate";
    },
  },
  {
    name: "tls-legacy-protocol",
    title: "TLS 1.0 and 1.1 still offered",
    how: "The server completes handshakes with TLS 1.0 and 1.1.",
    rules: ["edge/tls-protocol"],
    apply(settings) {
      settings.tls = { ...settings.tls, minVersion: "TLSv1", ciphers: "ECDHE:@SECLEVEL=0" };
    },
  },
  {
    name: "tls-weak-key",
    title: "RSA key of 1024 bits",
    how: "The certificate's RSA key is half as long as the shortest that authorities sign.",
    rules: ["edge/tls-key"],
    apply(settings) {
      settings.certificates.apex = "weak-key";
    },
  },
  {
    name: "tls-weak-signature",
    title: "Certificate signed with SHA-1",
    how: "The certificate's signature uses SHA-1.",
    rules: ["edge/tls-key"],
    apply(settings) {
      settings.certificates.apex = "weak-signature";
    },
  },
  {
    name: "tls-too-long-lived",
    title: "Certificate for 900 days",
    how: "The certificate is made for longer than browsers accept from any authority.",
    rules: ["edge/tls-expiry"],
    apply(settings) {
      settings.certificates.apex = "too-long-lived";
    },
  },
  {
    name: "tls-no-names",
    title: "Certificate with a common name only",
    how: "The certificate has no subject alternative name.",
    rules: ["edge/tls-name"],
    apply(settings) {
      settings.certificates.apex = "no-names";
    },
  },
  {
    name: "tls-unknown-issuer",
    title: "Issuer neither sent nor known",
    how: "The server sends its certificate alone, and that does not say where its issuer's is.",
    rules: ["edge/tls-chain"],
    apply(settings) {
      settings.certificates.apex = "unknown-issuer";
    },
  },
  {
    name: "tls-expired-intermediate",
    title: "Expired intermediate certificate",
    how: "The intermediate above the certificate ran out two days ago.",
    rules: ["edge/tls-chain"],
    apply(settings) {
      settings.certificates.apex = "old-intermediate";
    },
  },
  {
    name: "tls-misordered",
    title: "Chain in the wrong order",
    how: "The server sends the root before the intermediate.",
    rules: ["edge/tls-chain"],
    apply(settings) {
      settings.certificates.apex = "misordered";
    },
  },
  {
    name: "tls-stray",
    title: "Certificate that does not belong to the chain",
    how: "The server also sends a root that signed nothing in the chain.",
    rules: ["edge/tls-chain"],
    apply(settings) {
      settings.certificates.apex = "stray";
    },
  },
  {
    name: "tls-long-chain",
    title: "Chain of forty certificates",
    how: "Thirty-nine intermediates stand between the certificate and its root.",
    rules: ["edge/tls-chain"],
    apply(settings) {
      settings.certificates.apex = "long-chain";
    },
  },
  {
    name: "tls-many-names",
    title: "Certificate with 10,000 names",
    how: "The certificate names so many hosts that no client takes it.",
    rules: ["edge/tls-chain", "edge/tls-name"],
    apply(settings) {
      settings.certificates.apex = "many-names";
    },
  },
  {
    name: "tls-must-staple",
    title: "Promised OCSP answer not sent",
    how: "The certificate asks for a stapled OCSP answer that the server does not send.",
    rules: ["edge/tls-staple"],
    apply(settings) {
      settings.certificates.apex = "must-staple";
    },
  },
  {
    name: "tls-only-legacy",
    title: "Nothing newer than TLS 1.1",
    how: "The server speaks TLS 1.0 and 1.1 only.",
    rules: ["edge/tls-protocol"],
    apply(settings) {
      settings.tls = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "ECDHE:@SECLEVEL=0" };
    },
  },
  {
    name: "renewal-never-seen",
    title: "Renewal never seen",
    how: "No earlier certificate is known, and the issuer is not one that renews by itself.",
    rules: ["edge/tls-renewal"],
    apply(settings) {
      settings.notes = { ...settings.notes, lastCertificate: null };
    },
  },
  {
    name: "renewal-caa",
    title: "CAA does not allow the issuer",
    how: "The certificate comes from an authority that the CAA records do not name.",
    rules: ["edge/tls-renewal"],
    apply(settings) {
      settings.certificates.apex = "other-authority";
    },
  },
] as const satisfies readonly Fault[];
