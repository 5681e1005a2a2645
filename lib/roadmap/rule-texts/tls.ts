import type { TLS_RULES } from "#lib/audits/edge/tls-rules.ts";
import { asvs, cwe, rfc } from "../references.ts";
import type { TextsOf } from "./text-of.ts";

export const TLS_TEXTS = {
  "edge/tls-chain": {
    title: "The certificate leads to a trusted root",
    why: "A chain that does not verify shows every visitor a full-page warning, breaks API clients and apps, and teaches people to click warnings away.",
    fix: "Get the certificate from a public authority and send the whole chain, leaf first. In nginx: `ssl_certificate /etc/letsencrypt/live/app.example.com/fullchain.pem;` (not `cert.pem`, which lacks the intermediate).",
    references: [rfc(8446, "TLS 1.3, §4.4.2"), asvs(12), cwe(295, "Improper Certificate Validation")],
    cwe: "CWE-295",
    asvs: "V12.2.2",
    owasp: "API8:2023",
    outcomes: {
      ok: "The certificate's chain leads to a trusted root.",
      "self-signed": "The certificate is self-signed: every visitor gets a warning.",
      "missing-intermediate":
        "The server sends only its own certificate, and no known root signed that: the intermediate of {issuer} is missing.",
      "unknown-root": "The chain ends at {issuer}, which is not a trusted root.",
      "intermediate-dates": "A certificate above the leaf is out of its dates, so the chain does not verify.",
      untrusted: "The chain does not verify ({error}).",
      "leaf-dates":
        "The chain cannot be verified apart from the leaf's dates, which do not hold; edge/tls-expiry judges those.",
    },
  },
  "edge/tls-name": {
    title: "The certificate names this host",
    why: "A certificate for another name proves nothing about this one: browsers block the page, and clients that do not check can be led astray.",
    fix: "Issue the certificate for every name that is served: `certbot certonly -d example.com -d www.example.com`. Check that the server picks the right certificate by SNI.",
    references: [
      rfc(9525, "Service Identity in TLS"),
      cwe(297, "Improper Validation of Certificate with Host Mismatch"),
    ],
    cwe: "CWE-297",
    asvs: "V12.2.2",
    outcomes: {
      ok: "The certificate names {host}.",
      mismatch: "The certificate is for {names}, not for {host}.",
      "no-names": "The certificate has no subject alternative name; browsers look at nothing else.",
    },
  },
  "edge/tls-expiry": {
    title: "The certificate is renewed in time",
    why: "When a certificate runs out, the site is down for everybody at once. Lifetimes are getting shorter, so only an automatic renewal holds, and little time left means that it has failed.",
    fix: "Find out why renewal did not run: `certbot renew --dry-run`, or the ACME log of the proxy. Renew at two thirds of the lifetime, reload the server after it, and alert when less than a third is left.",
    references: [
      {
        label: "CA/Browser Forum: Ballot SC-081v3",
        url: "https://cabforum.org/2025/04/11/ballot-sc081v3-introduce-schedule-of-reducing-validity-and-data-reuse-periods/",
      },
      rfc(8555, "Automatic Certificate Management Environment"),
    ],
    cwe: "CWE-298",
    asvs: "V12.2.2",
    outcomes: {
      ok: "The certificate holds for another {left} of its {lifetime}.",
      soon: "Less than a third of the certificate's lifetime is left ({left} of {lifetime}): renewal should have happened.",
      imminent: "The certificate runs out in {left}, on {to}: renewal has failed.",
      expired: "The certificate ran out on {to}.",
      "not-yet-valid": "The certificate is not valid before {from}.",
      "no-certificate": "The server showed no certificate to read a date from.",
    },
  },
  "edge/tls-protocol": {
    title: "Only TLS 1.2 and 1.3 are offered",
    why: "TLS 1.0 and 1.1 rest on broken hashes and have known attacks. As long as the server offers them, somebody on the way can try to talk a client down to them.",
    fix: "In nginx: `ssl_protocols TLSv1.2 TLSv1.3;`. At Cloudflare: SSL/TLS, Edge Certificates, Minimum TLS Version 1.2.",
    references: [
      rfc(8996, "Deprecating TLS 1.0 and TLS 1.1"),
      rfc(9325, "Recommendations for Secure Use of TLS"),
      asvs(12),
    ],
    cwe: "CWE-327",
    asvs: "V12.1.1",
    owasp: "API8:2023",
    outcomes: {
      ok: "Only modern versions are offered ({modern}).",
      "old-offered": "The server still completes a handshake with {old}.",
      "none-modern": "The server offers neither TLS 1.2 nor TLS 1.3.",
      untried: "Not every version of TLS could be tried.",
    },
  },
  "edge/tls-key": {
    title: "Keys and signatures are strong",
    why: "A short RSA key can be factored and a SHA-1 signature forged; either lets an attacker show a certificate that looks like yours.",
    fix: "Issue a new certificate with a new key: `certbot certonly --key-type ecdsa --elliptic-curve secp256r1 -d app.example.com`. Public authorities sign with SHA-256 or better.",
    references: [
      {
        label: "CA/Browser Forum: Baseline Requirements §6.1.5",
        url: "https://cabforum.org/working-groups/server/baseline-requirements/requirements/",
      },
      cwe(326, "Inadequate Encryption Strength"),
    ],
    cwe: "CWE-326",
    asvs: "V11.6.1",
    outcomes: {
      ok: "Key and signature are strong ({key}, {algorithm}).",
      "weak-key": "The key of {subject} is too weak ({key}).",
      "weak-signature": "The certificate {subject} is signed with a broken hash ({algorithm}).",
      unknown: "The kind or size of the certificate's key is not known.",
    },
  },
} as const satisfies TextsOf<typeof TLS_RULES>;
