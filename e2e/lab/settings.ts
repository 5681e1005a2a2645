import type { SecureVersion } from "node:tls";
import type { CertificateName } from "./certificates.ts";
import { HOST } from "./names.ts";
import { HEALTHY_ZONE, type Zone } from "./zone.ts";

/** Where a request is sent on to; `null` serves it. */
type Redirect = (url: URL) => { status: number; location: string } | null;

export type Site = {
  port: number;
  /** The canonical origin, e.g. `https://ops-copilot.test:8443`. */
  origin: string;
  startedAt: Date;
};

/** Everything that a fault can change. The servers read it anew for each query, handshake and request. */
export type Settings = {
  site: Site;
  zone: Zone;
  /** What the second resolver serves in place of the zone. */
  secondResolver: (zone: Zone) => Zone;
  /** Two hosts, two certificates: a fault of one must not be taken for a fault of the other. */
  certificates: { apex: CertificateName; www: CertificateName };
  tls: { minVersion: SecureVersion; maxVersion: SecureVersion; ciphers: string };
  redirects: { plain: Redirect; www: Redirect; apex: Redirect };
  /** Sent with every answer over https. */
  headers: Record<string, string>;
  /** Sent with every answer over http. */
  plainHeaders: Record<string, string>;
  /** `'nonce'` stands for the nonce of the answer. */
  csp: { header: string; directives: Record<string, string> } | null;
  cookie: { prefix: string; attributes: readonly string[] };
  /** The CORS headers for a request with this Origin. */
  cors: (origin: string, site: Site) => Record<string, string>;
  securityTxt: { status: number; contentType: string; text: string };
  /** Markup at the end of the home page's body. */
  homeMarkup: string;
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

export function healthySettings(site: Site): Settings {
  return {
    site,
    zone: HEALTHY_ZONE,
    secondResolver: (zone) => zone,
    certificates: { apex: "healthy", www: "healthy" },
    // Level 0 lets the weak certificates be loaded at all; what is offered is held by minVersion and the list.
    tls: { minVersion: "TLSv1.2", maxVersion: "TLSv1.3", ciphers: "ECDHE+AESGCM:ECDHE+CHACHA20:@SECLEVEL=0" },
    redirects: {
      plain: (url) => ({ status: 301, location: secureTwin(url) }),
      www: (url) => ({ status: 308, location: `${site.origin}${url.pathname}${url.search}` }),
      apex: () => null,
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
    cookie: { prefix: "__Host-", attributes: ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"] },
    cors: (origin) => (origin === site.origin ? corsFor(origin) : { vary: "Origin" }),
    securityTxt: { status: 200, contentType: "text/plain; charset=utf-8", text: securityTxt(site, 180) },
    homeMarkup: "",
  };
}
