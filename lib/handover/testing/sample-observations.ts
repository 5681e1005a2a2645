import type { CheckId } from "#lib/roadmap/ids.ts";
import type { CheckData } from "../data.ts";

type Row = Omit<CheckData["evidence"][number], "target" | "observedAt"> & { target?: string; observedAt?: string };

const CURL = "curl -sSI https://ops.example.test/";

/** What runs 12 and 14 of the sample saw. */
export const OBSERVATIONS: Partial<Record<CheckId, Row[]>> = {
  "dns-status": [
    {
      rule: "dns/resolves",
      verdict: "pass",
      summary: "The name resolves to one IPv4 and one IPv6 address.",
      evidence: [
        { label: "A", value: "203.0.113.20" },
        { label: "AAAA", value: "2001:db8::20" },
      ],
      runNumber: 14,
      reproduce: "dig +noall +answer ops.example.test A AAAA",
    },
    {
      rule: "dns/resolver-agreement",
      verdict: "pass",
      summary: "Both resolvers and the authoritative servers give the same answer.",
      evidence: [{ label: "resolvers", value: "9.9.9.9, 1.1.1.1" }],
      runNumber: 14,
      reproduce: "dig @9.9.9.9 ops.example.test",
    },
    {
      rule: "dns/nameservers",
      verdict: "pass",
      summary: "Two name servers answer for the zone.",
      evidence: [{ label: "NS", value: "ns1.example.test, ns2.example.test" }],
      runNumber: 14,
      reproduce: "dig +short example.test NS",
    },
  ],
  "role-boundaries": [
    {
      rule: "access/role-matrix",
      verdict: "fail",
      summary: "A viewer reads the payroll records that only administrators may see.",
      evidence: [
        { label: "request", value: "GET /api/payroll as viewer" },
        { label: "status", value: "200" },
        { label: "expected", value: "403" },
      ],
      runNumber: 12,
      reproduce: 'curl -sS -H "Authorization: Bearer $VIEWER" https://ops.example.test/api/payroll',
    },
  ],
  "token-rejection": [
    {
      rule: "access/unsigned-token",
      verdict: "fail",
      summary: "The chat endpoint accepts a token without a signature.",
      evidence: [
        { label: "token header", value: '{"alg":"none","typ":"JWT"}' },
        { label: "status", value: "200" },
      ],
      runNumber: 12,
      reproduce: "curl -sS -X POST https://ops.example.test/api/chat",
    },
  ],
  "https-everywhere": [
    {
      rule: "edge/tls-chain",
      verdict: "pass",
      summary: "The chain is complete and trusted.",
      evidence: [{ label: "issuer", value: "Example Trust ECC R3" }],
      runNumber: 14,
      reproduce: "openssl s_client -connect ops.example.test:443 -servername ops.example.test",
    },
    {
      rule: "edge/tls-expiry",
      verdict: "pass",
      summary: "71 per cent of the certificate's lifetime is left.",
      evidence: [{ label: "not after", value: "2027-02-14T00:00:00Z" }],
      runNumber: 14,
      reproduce: "openssl s_client -connect ops.example.test:443 | openssl x509 -noout -dates",
    },
    {
      rule: "edge/hsts",
      verdict: "pass",
      summary: "Strict-Transport-Security lasts two years and covers subdomains.",
      evidence: [{ label: "strict-transport-security", value: "max-age=63072000; includeSubDomains" }],
      runNumber: 14,
      reproduce: CURL,
    },
    {
      rule: "edge/csp",
      verdict: "warn",
      summary: "The policy allows inline scripts.",
      evidence: [
        {
          label: "content-security-policy",
          value:
            "default-src 'self'; script-src 'self' 'unsafe-inline' https://cdn.example.test; style-src 'self' 'unsafe-inline'; img-src * data:; connect-src 'self' https://api.example.test wss://live.example.test; frame-ancestors 'none'; base-uri 'self'",
        },
      ],
      runNumber: 14,
      reproduce: CURL,
    },
    {
      rule: "edge/cookie-flags",
      verdict: "pass",
      summary: "The session cookie is Secure, HttpOnly and SameSite.",
      evidence: [{ label: "set-cookie", value: "sid=4f2c9a77b1e04a; Path=/; Secure; HttpOnly; SameSite=Lax" }],
      runNumber: 14,
      reproduce: CURL,
    },
  ],
  "canonical-redirects": [
    {
      rule: "edge/https-redirect",
      verdict: "pass",
      summary: "Plain http leads to https with one permanent redirect.",
      evidence: [{ label: "chain", value: "http://ops.example.test/ → 308 → https://ops.example.test/" }],
      runNumber: 14,
      reproduce: "curl -sSI http://ops.example.test/",
    },
    {
      rule: "edge/canonical-origin",
      verdict: "pass",
      summary: "All addresses lead to https://ops.example.test.",
      evidence: [{ label: "variants", value: "http, https, www" }],
      runNumber: 14,
      reproduce: "curl -sSIL http://www.ops.example.test/",
    },
  ],
  "email-authentication": [
    {
      rule: "mail/spf",
      verdict: "pass",
      summary: "One SPF record, three look-ups, ends in -all.",
      evidence: [{ label: "TXT", value: "v=spf1 include:_spf.mail.example.test -all" }],
      target: "example.test",
      runNumber: 14,
      reproduce: "dig +short example.test TXT",
    },
    {
      rule: "mail/dmarc",
      verdict: "fail",
      summary: "Anyone can send mail as this domain: the DMARC policy is none.",
      evidence: [{ label: "TXT", value: "v=DMARC1; p=none; rua=mailto:dmarc@example.test" }],
      target: "example.test",
      runNumber: 14,
      reproduce: "dig +short _dmarc.example.test TXT",
    },
  ],
  "uptime-checks": [
    {
      rule: "monitoring/uptime",
      verdict: "inconclusive",
      summary: "The second region did not answer in time (connect timed out after 10 s).",
      evidence: [{ label: "region", value: "eu-north" }],
      runNumber: 12,
      reproduce: "curl -sS -m 10 https://ops.example.test/health",
    },
    {
      rule: "monitoring/interval",
      verdict: "pass",
      summary: "Two regions look every 60 seconds.",
      evidence: [{ label: "interval", value: "60 s" }],
      runNumber: 12,
      reproduce: "curl -sS https://status.example.test/api/monitors",
    },
  ],
};
