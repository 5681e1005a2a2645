import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import { observationSchema } from "./observation.ts";
import { type Deployment, observationOf } from "./testing/real-world/deployment.ts";
import { REAL_WORLD } from "./testing/real-world/index.ts";

/**
 * What is reported of each, with the reason why an engineer who knows the platform would agree. Throughout: a rule against bots
 * cannot be seen by a polite visitor, so the bar wants it declared; CAA and MTA-STS are missing at most domains, and cheap.
 */
const REPORTED = {
  VERCEL: [
    // The bar wants HTML out of shared caches; the platform keeps prerendered pages there, which is no leak: information.
    "edge/caching-html warn info: edge-copy",
    // Vercel sends HSTS and nothing else; the rest is the team's `headers()` in next.config.
    ...withoutHeaders(),
    "edge/server-banner warn info: product", // X-Powered-By: Next.js; `poweredByHeader: false` ends it.
    "edge/sri warn info: evergreen", // Tag Manager cannot be pinned; only a policy limits it.
    "dns/caa warn low: missing",
    "edge/bot-rule inconclusive info: not-observed",
    "mail/mta-sts warn low: absent", // The bar asks for it, and Google publishes how.
  ],
  CLOUDFLARE: [
    ...isolation(),
    "edge/security-txt warn low: missing",
    // Behind Cloudflare there is an origin somewhere, and only the team knows where. __cf_bm shows the bot rule.
    "edge/origin-bypass inconclusive info: undeclared",
    "mail/mta-sts warn low: absent",
  ],
  NETLIFY: [
    ...withoutHeaders(),
    "edge/caching-html warn info: edge-copy", // As for Vercel.
    "edge/sri warn info: evergreen", // Google Fonts differ by browser.
    "dns/caa warn low: missing",
    "edge/bot-rule inconclusive info: not-observed",
    // A domain without mail is forged as easily as any other until it says that nobody sends.
    "mail/spf fail high: missing",
    "mail/dkim inconclusive info: not-confirmed", // Not applicable once SPF says that nobody sends.
    "mail/dmarc fail high: missing",
    "mail/mx warn low: missing", // No null MX.
  ],
  CLOUDFRONT: [
    // Neither S3 nor CloudFront sends a security header unless a response headers policy is attached.
    "edge/hsts fail medium: missing",
    ...withoutHeaders(),
    "dns/caa warn low: missing",
    // Nothing says how long index.html may be kept, so CloudFront does for a day: the old app after each deployment.
    "edge/caching-html fail medium: hit",
    // A bucket may be public beside its distribution; only the team knows.
    "edge/origin-bypass inconclusive info: undeclared",
    "edge/bot-rule inconclusive info: not-observed",
    "mail/dkim inconclusive info: not-confirmed", // Easy DKIM makes up selectors: the team has to note them.
    "mail/mta-sts warn low: absent",
  ],
  FLY_API: [
    // The roadmap's bar for APIs: `force_https` hides that keys were sent in the clear.
    "edge/api-plain-http fail medium: redirects",
    "edge/bot-rule inconclusive info: not-observed",
    "mail/mta-sts warn low: absent",
  ],
  NGINX: [
    "edge/csp fail medium: missing",
    "edge/referrer-policy warn low: missing",
    ...isolation(),
    "edge/cookie-prefixes warn info: unprefixed",
    "edge/security-txt warn low: missing",
    "edge/caching-html warn low: silent", // No Cache-Control beside a session cookie.
    "dns/caa warn low: missing",
    "edge/proven fail medium: none", // The bar asks for an edge. That it can be gone around is then no question.
    "edge/bot-rule inconclusive info: not-observed",
    "mail/mta-sts warn low: absent",
  ],
  AZURE: [
    "edge/redirect-permanence warn low: temporary", // Front Door's own switch for HTTPS answers 307; a rule can say 301.
    // Front Door renews its own certificates, but not those that are brought; they look alike until one is renewed.
    "edge/tls-renewal warn low: unproven",
    ...withoutHeaders(),
    "dns/caa warn low: missing",
    "edge/bot-rule inconclusive info: not-observed",
    "edge/origin-bypass inconclusive info: undeclared", // *.azurewebsites.net answers by default.
    "mail/mta-sts warn low: absent",
  ],
  GITHUB_PAGES: [
    "edge/hsts fail medium: missing", // GitHub sends none for domains of one's own, and none can be set: a reason to move.
    ...withoutHeaders(),
    "dns/caa warn low: missing",
    "edge/caching-html warn low: shared", // Ten minutes for all; the bar wants HTML out of shared caches.
    "edge/bot-rule inconclusive info: not-observed",
    "mail/mta-sts warn low: absent",
  ],
  GEO_DNS: [
    // The team has named all three machines, so the answers by place are no finding.
    ...withoutHeaders(),
    "edge/proven fail medium: none", // Three machines are not an edge.
    "edge/bot-rule inconclusive info: not-observed",
    "mail/mta-sts warn low: absent",
  ],
  FASTMAIL: [
    "edge/security-txt warn low: missing",
    "edge/proven warn medium: one-proof", // The bar asks for two proofs; bunny.net's many addresses are in no list here.
    "edge/origin-bypass inconclusive info: undeclared",
    "edge/bot-rule inconclusive info: not-observed",
    "mail/spf warn medium: neutral", // Fastmail's own suggestion, from before DMARC; ~all does no harm.
  ],
  CLOUDFLARE_ACCESS: [
    // The page behind the sign-in was not seen, so nothing is said of it. The tunnel has no public origin: the team says so.
    "edge/origin-bypass inconclusive info: undeclared",
    "edge/bot-rule inconclusive info: not-observed",
    "mail/mta-sts warn low: absent",
  ],
  CO_UK: [
    "edge/hsts warn low: short", // Six months, Cloudflare's default.
    "edge/referrer-policy warn low: missing",
    ...isolation(),
    "edge/security-txt warn low: missing",
    "edge/origin-bypass inconclusive info: undeclared",
    "edge/bot-rule inconclusive info: not-observed",
    "mail/mta-sts warn low: absent",
  ],
} as const satisfies Record<keyof typeof REAL_WORLD, readonly string[]>;

/** Headers that hardly anybody sends, and that only harden: for information. */
function isolation(): string[] {
  return [
    "edge/permissions-policy warn info: missing",
    "edge/cross-origin-opener warn info: missing",
    "edge/cross-origin-resource warn info: missing",
  ];
}

/** What any scanner says of a page whose team has set no security header; the bar wants each judged by its value. */
function withoutHeaders(): string[] {
  return [
    "edge/csp fail medium: missing",
    "edge/framing fail medium: missing",
    "edge/nosniff fail low: missing",
    "edge/referrer-policy warn low: missing",
    ...isolation(),
    "edge/security-txt warn low: missing",
  ];
}

function reported(deployment: Deployment): string[] {
  const observation = observationSchema.parse(observationOf(deployment));
  return evaluate(observation)
    .filter(({ verdict }) => verdict !== "pass" && verdict !== "not_applicable")
    .map(({ rule, verdict, severity, code }) => `${rule} ${verdict} ${severity}: ${code}`);
}

describe("deployments as they are out there", () => {
  it.each(Object.entries(REPORTED))("reports of %s what an engineer would", (name, expected) => {
    const deployment = REAL_WORLD[name as keyof typeof REAL_WORLD];
    expect(reported(deployment).toSorted()).toEqual([...expected].toSorted());
  });
});
