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
        "The server does not send the intermediate {issuer}, without which {subject} leads to no root.",
      "unknown-root": "The chain ends at {issuer}, which is not a trusted root.",
      "unknown-issuer":
        "{subject} was signed by {issuer}, which was not sent and is no trusted root: its certificate is missing, or nobody trusts it.",
      "intermediate-dates": "{late}, above the leaf, is out of its dates ({dates}), so the chain does not verify.",
      "too-large":
        "The server's certificates ({total}, with {names} names) are larger than 100 KiB: OpenSSL and browsers break the handshake off.",
      "too-long": "The chain of {total} certificates is longer than a verifier goes up.",
      untrusted: "The chain does not verify ({error}).",
      misordered:
        "The certificates are sent in the wrong order ({order}): browsers sort them, other clients refuse them.",
      long: "The server sends {total} certificates: browsers cope, small clients stop at ten.",
      "not-logged": "The certificate holds no proof that it was logged publicly (SCT): Chrome and Safari refuse it.",
      stray: "The server sends a certificate that its chain does not need: {stray}.",
      "leaf-dates":
        "The chain cannot be verified apart from the leaf's dates, which do not hold; those are judged apart.",
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
      "no-names":
        "The certificate has no subject alternative name, only a subject ({subject}); browsers look at nothing else.",
      "many-names": "The certificate names {host} among {total} names: each handshake carries all of them.",
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
      soon: "Less than a {share} of the certificate's lifetime is left ({left} of {lifetime}): renewal should have happened.",
      imminent: "The certificate runs out in {left}, on {to}: renewal has failed.",
      expired: "The certificate ran out on {to}.",
      "not-yet-valid": "The certificate is not valid before {from}.",
      "too-long-lived": "The certificate is made for {lifetime}; browsers refuse more than {most} days.",
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
      "none-modern": "The server offers neither TLS 1.2 nor TLS 1.3, only {old}.",
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
  "edge/tls-staple": {
    title: "A promised OCSP answer is sent",
    why: "A certificate with “must-staple” tells browsers to refuse the connection unless the server sends a fresh OCSP answer with it. When the server does not, Firefox shows an error page.",
    fix: "Issue the certificate without must-staple (leave out `--must-staple`); authorities are giving OCSP up. Or staple, in nginx: `ssl_stapling on; ssl_stapling_verify on;`.",
    references: [rfc(7633, "X.509v3 TLS Feature Extension"), rfc(6066, "TLS Extensions, §8")],
    cwe: "CWE-299",
    asvs: "V12.1.4",
    outcomes: {
      ok: "The certificate does not ask for a stapled OCSP answer.",
      stapled: "The certificate asks for a stapled OCSP answer, and the server sends one.",
      missing: "The certificate asks for a stapled OCSP answer (must-staple), and the server sends none.",
      "no-certificate": "The server showed no certificate to read.",
    },
  },
  "edge/tls-renewal": {
    title: "The certificate renews by itself",
    why: "Lifetimes fall from 200 days to 100 in March 2027 and to 47 in March 2029. A renewal that somebody has to remember will be forgotten, and the product is down for everybody.",
    fix: "Let an ACME client renew: `certbot renew --deploy-hook 'systemctl reload nginx'` from a timer, or your host's managed certificates. Allow the issuer in CAA: `example.com. CAA 0 issue \"letsencrypt.org\"`. Alert when less than a third of the lifetime is left.",
    references: [
      rfc(8555, "Automatic Certificate Management Environment"),
      rfc(9773, "ACME Renewal Information"),
      rfc(8659, "DNS Certification Authority Authorization (CAA)"),
    ],
    cwe: "CWE-298",
    asvs: "V12.2.2",
    outcomes: {
      renewed:
        "Renewed: the certificate seen on {seen} ran to {before}, the present one holds for another {left}.{caa}",
      automatic: "{since} seen it renew, but {issuer} {how} and {left} of {lifetime} are left.{caa}",
      unproven: "{since} seen it renew, and {issuer} is not known to renew certificates by itself ({left} left).{caa}",
      late: "Less than a {share} is left ({left} of {lifetime}): an automatic renewal would have happened by now.",
      failed: "Renewal has failed: {left} of {lifetime} are left.",
      over: "Renewal has failed: the certificate ran out on {to}.",
      "caa-forbids": "The next renewal will be refused: the CAA records do not allow {issuer}.",
      untrusted: "The certificate's chain does not verify, so its renewal is not judged.",
      "no-certificate": "The server showed no certificate to judge a renewal by.",
    },
  },
} as const satisfies TextsOf<typeof TLS_RULES>;
