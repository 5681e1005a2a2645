import type { Fault } from "./fault.ts";

export const TLS_FAULTS = [
  {
    name: "tls-expired",
    title: "Expired certificate",
    how: "The certificate ran out three days ago.",
    rules: ["edge/tls-expiry"],
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
    rules: ["edge/tls-expiry"],
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
] as const satisfies readonly Fault[];
