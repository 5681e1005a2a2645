import type { HEADER_RULES } from "#lib/audits/edge/header-rules.ts";
import { asvs, cwe, mdn, rfc } from "../references.ts";
import { ELSEWHERE } from "./elsewhere.ts";
import type { TextsOf } from "./text-of.ts";

type Id = "edge/cookie-flags" | "edge/cookie-prefixes" | "edge/cookie-scope";

export const COOKIE_TEXTS = {
  "edge/cookie-flags": {
    title: "Cookies carry the right flags",
    why: "A session cookie is a key to an account. Without Secure it travels in the clear, without HttpOnly any injected script reads it, without SameSite other sites send it along.",
    fix: "Set session cookies as `Set-Cookie: __Host-session=…; Path=/; Secure; HttpOnly; SameSite=Lax`, and every other cookie with Secure.",
    references: [
      rfc(6265, "HTTP State Management Mechanism"),
      asvs(3),
      cwe(614, "Sensitive Cookie in HTTPS Session Without 'Secure' Attribute"),
    ],
    cwe: "CWE-614",
    asvs: "V3.3.1",
    owasp: "API8:2023",
    outcomes: {
      ok: "Every cookie carries the flags that it needs ({count} seen).",
      "no-cookies": "The page sets no cookie.",
      "session-samesite": "The session cookie {name} leaves SameSite to the browser.",
      insecure: "The cookie {name} may travel over plain HTTP (no Secure).",
      "session-readable": "Scripts can read the session cookie {name} (no HttpOnly).",
      "none-insecure": "The cookie {name} has SameSite=None without Secure, so browsers refuse it.",
      "session-insecure": "The session cookie {name} may travel over plain HTTP (no Secure).",
      elsewhere: ELSEWHERE,
    },
  },
  "edge/cookie-prefixes": {
    title: "Cookie names promise what the cookie keeps",
    why: "A name that begins with __Host- makes browsers refuse the cookie unless it is Secure, for this host alone and for every path. Then no other subdomain and no plain page can slip in a session of its own.",
    fix: "Name the session cookie so that browsers guard it: `Set-Cookie: __Host-session=…; Path=/; Secure; HttpOnly; SameSite=Lax` (no Domain). Where it must reach subdomains use `__Secure-`. Read both names for a while, so that nobody is signed out.",
    references: [
      {
        label: "IETF: Cookies, the revision of RFC 6265, §4.1.3",
        url: "https://datatracker.ietf.org/doc/draft-ietf-httpbis-rfc6265bis/",
      },
      mdn("Set-Cookie, cookie prefixes", "HTTP/Reference/Headers/Set-Cookie"),
      asvs(3),
    ],
    cwe: "CWE-565",
    asvs: "V3.3.1",
    outcomes: {
      ok: "Every cookie keeps what its name promises.",
      "no-cookies": "The page sets no cookie.",
      unprefixed: "The session cookie {name} could be called __Host-{name}, so that browsers guard it.",
      "broken-prefix": "Browsers refuse the cookie {name}: {why}.",
      elsewhere: ELSEWHERE,
    },
  },
  "edge/cookie-scope": {
    title: "Cookies go no further than they must",
    why: "A session cookie with a Domain reaches every subdomain, the forgotten and the rented ones too: whoever takes one over reads it there. A cookie with a wrong domain or beyond its size is dropped without a word.",
    fix: "Leave Domain out, so that the cookie stays on its host: `Set-Cookie: __Host-session=…; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=2592000`. Keep name and value below 4096 bytes and set each cookie once per answer.",
    references: [
      rfc(6265, "HTTP State Management Mechanism, §5.3, §6.1"),
      { label: "Public Suffix List", url: "https://publicsuffix.org/" },
      asvs(3),
    ],
    cwe: "CWE-1275",
    asvs: "V3.3.1",
    outcomes: {
      ok: "Every cookie stays within its host and the limits of browsers.",
      "no-cookies": "The page sets no cookie.",
      "long-lived": "The cookie {name} asks for {days} days; browsers keep none for more than 400.",
      "wide-session": "The session cookie {name} is sent to every host under {domain}.",
      duplicate: "The cookie {name} is set twice in one answer; which value counts is left to chance.",
      "too-large": "Browsers drop the cookie {name}: it has {bytes} bytes, and 4096 is the most.",
      "foreign-domain": "Browsers refuse the cookie {name}: its Domain {domain} does not cover this host.",
      "public-suffix": "Browsers refuse the cookie {name}: under its Domain {domain} strangers have names too.",
      elsewhere: ELSEWHERE,
    },
  },
} as const satisfies Pick<TextsOf<typeof HEADER_RULES>, Id>;
