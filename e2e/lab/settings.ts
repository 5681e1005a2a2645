import type { SecureVersion } from "node:tls";
import type { TargetNotes } from "#lib/audits/observation.ts";
import type { CertificateName } from "./certificates.ts";
import { type CachingSettings, HEALTHY_CACHING } from "./chatbot/edge-cache.ts";
import { type EdgeSettings, HEALTHY_EDGE } from "./edge.ts";
import { ALIAS, HOST, MAIL_PROVIDER } from "./names.ts";
import type { AnswerWith, Dnssec } from "./respond.ts";
import { HEALTHY_ZONE, type Zone } from "./zone.ts";

/** Where a request is sent on to; `null` serves it. */
type Redirect = (url: URL) => { status: number; location: string } | null;

type AuthoritativeZone = (zone: Zone) => Zone | null;

export type Site = {
  port: number;
  /** The canonical origin, e.g. `https://ops-copilot.test:8443`. */
  origin: string;
  /** Of the listener behind the edge, on loopback. */
  originPort: number;
  startedAt: Date;
};

/** Everything that a fault can change. The servers read it anew for each query, handshake and request. */
export type Settings = {
  site: Site;
  /** What the team says of the product; `lab.target()` hands it to the audit. */
  notes: Partial<TargetNotes>;
  zone: Zone;
  /** What the second resolver serves in place of the zone. */
  secondResolver: (zone: Zone) => Zone;
  /** What each of the two authoritative servers serves in place of the zone; `null`: it refuses, as one that was never told. */
  authoritative: readonly [AuthoritativeZone, AuthoritativeZone];
  /** What every server of the product's zone answers with instead, where it is not `null`. */
  answerWith: AnswerWith;
  /** How the zone is signed. Its resolvers look at that only while there is a DS record. */
  dnssec: Dnssec;
  /** A certificate per host: a fault of one must not be taken for a fault of another. */
  certificates: { apex: CertificateName; www: CertificateName; alias: CertificateName };
  tls: { minVersion: SecureVersion; maxVersion: SecureVersion; ciphers: string };
  redirects: { plain: Redirect; www: Redirect; alias: Redirect; apex: Redirect };
  /** Paths of the product as it was, and where each leads now. */
  moved: Record<string, { status: number; location: string }>;
  /** Sent with every answer over https; a list is sent as several lines. */
  headers: Record<string, string | string[]>;
  /** Sent with every answer over http. */
  plainHeaders: Record<string, string>;
  /** The nonce of every answer; `null`: each has its own. */
  nonce: string | null;
  /** `'nonce'` stands for the nonce of the answer. */
  csp: { header: string; directives: Record<string, string> } | null;
  edge: EdgeSettings;
  cookie: { prefix: string; attributes: readonly string[] };
  /** The CORS headers for a request with this Origin. */
  cors: (origin: string, site: Site) => Record<string, string>;
  securityTxt: { status: number; contentType: string; text: string };
  /** The policy file of the host in names.ts. */
  mtaSts: { status: number; contentType: string; text: string };
  caching: CachingSettings;
  /** Markup at the end of the home page's body; `{nonce}` stands for the nonce of the answer. */
  homeMarkup: string;
  /** Rules at the end of the linked style sheet. */
  css: string;
};

const DAY_MS = 86_400_000;

export const secureTwin = (url: URL) => {
  const twin = new URL(url);
  twin.protocol = "https:";
  return twin.href;
};

export const corsFor = (origin: string): Record<string, string> => ({
  "access-control-allow-origin": origin,
  "access-control-allow-credentials": "true",
  vary: "Origin",
});

export function mtaStsPolicy(mode: string, mx = `mx1.${MAIL_PROVIDER}`): string {
  return ["version: STSv1", `mode: ${mode}`, `mx: ${mx}`, "max_age: 604800", ""].join("\n");
}

export function securityTxt(site: Site, validForDays: number): string {
  const expires = new Date(site.startedAt.getTime() + validForDays * DAY_MS).toISOString();
  return [
    `Contact: mailto:security@${HOST}`,
    `Expires: ${expires}`,
    "Preferred-Languages: en",
    `Canonical: ${site.origin}/.well-known/security.txt`,
    "",
  ].join("\n");
}

/** The one that the healthy certificate took over from, ten days ago. */
const lastCertificate = ({ startedAt }: Site): TargetNotes["lastCertificate"] => ({
  fingerprint256: Array.from({ length: 32 }, () => "AB").join(":"),
  validTo: new Date(startedAt.getTime() + 20 * DAY_MS).toISOString(),
  seenAt: new Date(startedAt.getTime() - 11 * DAY_MS).toISOString(),
});

const oldUrls = ({ origin, port }: Site): TargetNotes["oldUrls"] => [
  { from: `${origin}/copilot.html`, to: `${origin}/` },
  { from: `https://${ALIAS}:${port}/signin`, to: `${origin}/login` },
];

export function healthySettings(site: Site): Settings {
  return {
    site,
    notes: {
      expects: ["127.0.0.1"],
      aliases: [ALIAS],
      oldUrls: oldUrls(site),
      lastCertificate: lastCertificate(site),
      origins: [`127.0.0.1:${site.originPort}`],
    },
    zone: HEALTHY_ZONE,
    secondResolver: (zone) => zone,
    authoritative: [(zone) => zone, (zone) => zone],
    answerWith: () => null,
    dnssec: { isBogus: false, algorithm: 13, daysLeft: 10 },
    certificates: { apex: "healthy", www: "healthy", alias: "alias" },
    // Level 0 lets the weak certificates be loaded at all; what is offered is held by minVersion and the list.
    tls: { minVersion: "TLSv1.2", maxVersion: "TLSv1.3", ciphers: "ECDHE+AESGCM:ECDHE+CHACHA20:@SECLEVEL=0" },
    redirects: {
      plain: (url) => ({ status: 301, location: secureTwin(url) }),
      www: (url) => ({ status: 308, location: `${site.origin}${url.pathname}${url.search}` }),
      alias: (url) => ({ status: 301, location: `${site.origin}${url.pathname}${url.search}` }),
      apex: () => null,
    },
    moved: {
      "/signin": { status: 301, location: "/login" },
      "/copilot.html": { status: 308, location: "/" },
    },
    headers: {
      "strict-transport-security": "max-age=31536000; includeSubDomains",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "strict-origin-when-cross-origin",
      "permissions-policy": "camera=(), geolocation=(), microphone=()",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    },
    plainHeaders: {},
    nonce: null,
    csp: {
      header: "content-security-policy",
      directives: {
        "default-src": "'none'",
        "script-src": "'nonce'",
        "style-src": "'self'",
        "img-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
      },
    },
    edge: HEALTHY_EDGE,
    cookie: { prefix: "__Host-", attributes: ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"] },
    cors: (origin) => (origin === site.origin ? corsFor(origin) : { vary: "Origin" }),
    securityTxt: { status: 200, contentType: "text/plain; charset=utf-8", text: securityTxt(site, 180) },
    mtaSts: { status: 200, contentType: "text/plain", text: mtaStsPolicy("enforce") },
    caching: HEALTHY_CACHING,
    homeMarkup: "",
    css: "",
  };
}
