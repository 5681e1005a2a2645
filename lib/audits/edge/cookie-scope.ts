import { brokenPrefix, type CookieFlags } from "../parse/set-cookie.ts";
import { outcome } from "../rule.ts";
import { cookieEvidence, cookiesOf, isSession, shownName } from "./cookies.ts";
import { definePageRule } from "./page-rule.ts";

/** What browsers keep of name and value together, and for how long at most (draft-ietf-httpbis-rfc6265bis §5.6, §5.5). */
const BYTES_MAX = 4096;
const DAYS_MAX = 400;
const DAY_SECONDS = 86_400;

type Place = { host: string; site: string; all: readonly CookieFlags[] };

/** Worst first. */
const FAULTS = [
  { code: "public-suffix", has: isForSuffix },
  {
    code: "foreign-domain",
    has: ({ domain }: CookieFlags, { host }: Place) => domain !== null && !covers(domain, host),
  },
  { code: "too-large", has: ({ bytes }: CookieFlags) => bytes > BYTES_MAX },
  { code: "duplicate", has: (cookie: CookieFlags, { all }: Place) => all.some((other) => isTwin(cookie, other)) },
  {
    code: "wide-session",
    has: (cookie: CookieFlags) => isSession(cookie) && cookie.domain !== null && brokenPrefix(cookie) === null,
  },
  { code: "long-lived", has: ({ lifetimeSeconds }: CookieFlags) => (lifetimeSeconds ?? 0) > DAYS_MAX * DAY_SECONDS },
] as const;

export const cookieScope = definePageRule({
  id: "edge/cookie-scope",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "no-cookies": { verdict: "not_applicable", severity: "info" },
    "long-lived": { verdict: "warn", severity: "info" },
    "wide-session": { verdict: "warn", severity: "low" },
    duplicate: { verdict: "warn", severity: "low" },
    "too-large": { verdict: "fail", severity: "low" },
    "foreign-domain": { verdict: "fail", severity: "low" },
    "public-suffix": { verdict: "fail", severity: "low" },
  },
  judge({ response }, { observedAt, target }) {
    const cookies = cookiesOf(response.headers, observedAt);
    if (cookies.length === 0) return outcome("no-cookies");
    const place = { host: URL.parse(response.url)?.hostname ?? target.host, site: target.domain, all: cookies };
    for (const fault of FAULTS) {
      const faulty = cookies.filter((cookie) => fault.has(cookie, place));
      const [first] = faulty;
      if (!first) continue;
      const facts = {
        name: shownName(first),
        domain: first.domain ?? "",
        bytes: String(first.bytes),
        days: String(Math.round((first.lifetimeSeconds ?? 0) / DAY_SECONDS)),
      };
      return outcome(fault.code, facts, cookieEvidence(cookies, faulty));
    }
    return outcome("ok", {}, cookieEvidence(cookies));
  },
});

/** Domain-match (RFC 6265 §5.1.3). */
function covers(domain: string, host: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** A suffix under which strangers register names too: what lies above the site. */
function isForSuffix({ domain }: CookieFlags, { host, site }: Place): boolean {
  return domain !== null && domain !== host && site.endsWith(`.${domain}`);
}

/** Browsers tell cookies apart by name, domain and path (RFC 6265 §5.3). */
function isTwin(one: CookieFlags, other: CookieFlags): boolean {
  return one !== other && one.name === other.name && one.domain === other.domain && one.path === other.path;
}
