import type { DnsQuestion, PartName, PartValue, RedirectChain } from "../observation.ts";
import { HEALTHY_ASSETS, HEALTHY_VISIT } from "./healthy-content.ts";
import { HEALTHY_EDGE } from "./healthy-edge.ts";
import { healthyMailAuth } from "./healthy-mail.ts";
import { healthyZone } from "./healthy-zone.ts";

export const HEALTHY_AT = "2026-06-01T12:00:00.000Z";
const RESOLVERS = ["192.0.2.53:53", "198.51.100.53:53"];

/** The same answer from every resolver. */
export function answered(name: string, type: string, ...records: string[]): DnsQuestion {
  const status = records.length > 0 ? "ok" : "nodata";
  return { name, type, answers: RESOLVERS.map((resolver) => ({ resolver, status, records, ms: 4 })) };
}

/** No answer that a verdict can rest on, or a plain "no such name". */
export function answeredBy(name: string, type: string, status: DnsQuestion["answers"][number]["status"]): DnsQuestion {
  return { name, type, answers: RESOLVERS.map((resolver) => ({ resolver, status, records: [], ms: 4 })) };
}

/** A chain of redirects: each address but the last answers with `status` and the next address. */
export function chainOf(urls: readonly string[], status = 308): RedirectChain {
  const hops = urls.map((url, index) => {
    const location = urls[index + 1] ?? null;
    return { url, status: location === null ? 200 : status, location };
  });
  return { start: urls[0] ?? "", hops, final: urls.at(-1) ?? null, error: null };
}

export const HEALTHY_HEADERS: readonly (readonly [string, string])[] = [
  ["content-type", "text/html; charset=utf-8"],
  ["server", "cloudflare"],
  ["strict-transport-security", "max-age=31536000; includeSubDomains"],
  ["content-security-policy", "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"],
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "strict-origin-when-cross-origin"],
  ["permissions-policy", "camera=(), geolocation=(), microphone=()"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["set-cookie", "__Host-session=c2VjcmV0; Path=/; Secure; HttpOnly; SameSite=Lax"],
];

const ROOT = "https://example.com/";
const DEEP = "https://example.com/launch/ready?probe=1";

const certificate = {
  subject: "CN=example.com",
  issuer: "CN=Example CA",
  names: ["example.com", "www.example.com"],
  namesTotal: 2,
  validFrom: "2026-05-01T00:00:00.000Z",
  validTo: "2026-07-30T00:00:00.000Z",
  serial: "01",
  fingerprint256: "AA:BB",
  keyType: "ec",
  keyBits: 256,
  curve: "prime256v1",
  signatureAlgorithm: "ecdsa-with-SHA256",
  selfIssued: false,
  scts: 2,
  mustStaple: false,
  issuerUrls: ["http://ca.example.net/ca.crt"],
  ocspUrls: [],
};

const trial = { status: 200, allowOrigin: null, allowCredentials: null, vary: null };

const OLD_CHAIN = chainOf(["https://example.com/old", "https://example.com/new"]);

/** One value per part in which every rule passes. */
export const HEALTHY: { readonly [P in PartName]: PartValue<P> } = {
  dns: {
    a: answered("example.com", "A", "192.0.2.10"),
    aaaa: answered("example.com", "AAAA", "2001:db8::10"),
    cname: answered("example.com", "CNAME"),
    ns: answered("example.com", "NS", "ns1.example.net", "ns2.example.net"),
    caa: [answered("example.com", "CAA", '0 issue "ca.example.net"')],
    cnameTarget: null,
  },
  zone: healthyZone(answered),
  tls: {
    protocol: "TLSv1.3",
    cipher: "TLS_AES_128_GCM_SHA256",
    alpn: "http/1.1",
    trusted: true,
    trustError: null,
    root: { subject: "CN=Example Root", store: "public" },
    nameMatches: true,
    chainTotal: 2,
    chainAsSent: true,
    issuerFetched: null,
    ocspStapled: false,
    chain: [
      certificate,
      { ...certificate, subject: "CN=Example CA", issuer: "CN=Example Root", names: [], namesTotal: 0 },
    ],
    versions: { TLSv1: false, "TLSv1.1": false, "TLSv1.2": true, "TLSv1.3": true },
  },
  page: {
    chain: chainOf([ROOT]),
    response: {
      url: ROOT,
      status: 200,
      httpVersion: "1.1",
      headers: HEALTHY_HEADERS.map(([name, value]): [string, string] => [name, value]),
      bodyBytes: 1200,
      bodyTruncated: false,
    },
    document: {
      contentType: "text/html",
      title: "Example",
      baseHref: null,
      metaCsp: [],
      metaReferrer: [],
      references: [{ kind: "script", url: "https://example.com/app.js", tag: "script" }],
    },
  },
  assets: HEALTHY_ASSETS,
  browser: HEALTHY_VISIT,
  edge: HEALTHY_EDGE,
  redirects: {
    chains: [ROOT, DEEP].flatMap((url) => {
      const www = url.replace("example.com", "www.example.com");
      const plain = (address: string) => address.replace("https:", "http:");
      return [chainOf([url]), chainOf([plain(url), url]), chainOf([www, url]), chainOf([plain(www), www, url])];
    }),
  },
  oldUrls: {
    items: [{ from: "https://example.com/old", to: "https://example.com/new", chain: OLD_CHAIN }],
  },
  cors: {
    url: ROOT,
    trials: [
      { ...trial, kind: "foreign", origin: "https://attacker.example" },
      { ...trial, kind: "null", origin: "null" },
      { ...trial, kind: "prefix", origin: "https://example.com.attacker.example" },
      { ...trial, kind: "suffix", origin: "https://attackerexample.com" },
      { ...trial, kind: "http", origin: "http://example.com" },
      { ...trial, kind: "subdomain", origin: "https://launch-ready-audit.example.com" },
    ],
  },
  securityTxt: {
    url: "https://example.com/.well-known/security.txt",
    status: 200,
    contentType: "text/plain; charset=utf-8",
    text: "Contact: mailto:security@example.com\nExpires: 2027-01-01T00:00:00Z\n",
  },
  mail: {
    domain: "example.com",
    mx: answered("example.com", "MX", "10 mx.example.net"),
    txt: answered("example.com", "TXT", "v=spf1 include:_spf.example.net -all", "other=text"),
    dmarc: [answered("_dmarc.example.com", "TXT", "v=DMARC1; p=reject; rua=mailto:dmarc@example.com")],
  },
  mailAuth: healthyMailAuth(answered),
};
