import { headerValues } from "../parse/headers.ts";
import type { CookieFlags } from "../parse/set-cookie.ts";
import { brokenPrefix, describeCookie, looksLikeSession, parseSetCookie } from "../parse/set-cookie.ts";
import { outcome } from "../rule.ts";
import { definePageRule } from "./page-rule.ts";

const isSession = (cookie: CookieFlags) => looksLikeSession(cookie.name);

/** Worst first. */
const FAULTS = [
  { code: "session-insecure", has: (cookie: CookieFlags) => isSession(cookie) && !cookie.secure },
  { code: "broken-prefix", has: (cookie: CookieFlags) => brokenPrefix(cookie) !== null },
  { code: "none-insecure", has: (cookie: CookieFlags) => cookie.sameSite === "none" && !cookie.secure },
  { code: "session-readable", has: (cookie: CookieFlags) => isSession(cookie) && !cookie.httpOnly },
  { code: "insecure", has: (cookie: CookieFlags) => !cookie.secure },
  { code: "session-samesite", has: (cookie: CookieFlags) => isSession(cookie) && cookie.sameSite === null },
] as const;

export const cookieFlags = definePageRule({
  id: "edge/cookie-flags",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "no-cookies": { verdict: "not_applicable", severity: "info" },
    "session-samesite": { verdict: "warn", severity: "low" },
    insecure: { verdict: "warn", severity: "low" },
    "session-readable": { verdict: "fail", severity: "medium" },
    "none-insecure": { verdict: "fail", severity: "medium" },
    "broken-prefix": { verdict: "fail", severity: "medium" },
    "session-insecure": { verdict: "fail", severity: "high" },
  },
  judge({ response }, { observedAt }) {
    const cookies = headerValues(response.headers, "set-cookie")
      .map((line) => parseSetCookie(line, observedAt))
      .filter((cookie) => !cookie.isDeletion);
    if (cookies.length === 0) return outcome("no-cookies");

    for (const fault of FAULTS) {
      const faulty = cookies.filter(fault.has);
      const [first] = faulty;
      if (!first) continue;
      const rest = cookies.filter((cookie) => !faulty.includes(cookie));
      const facts = { name: shownName(first), count: String(faulty.length), why: brokenPrefix(first) ?? "" };
      return outcome(fault.code, facts, [...faulty, ...rest].map(cookieEvidence));
    }
    return outcome("ok", { count: String(cookies.length) }, cookies.map(cookieEvidence));
  },
});

function cookieEvidence(cookie: CookieFlags) {
  return { label: `cookie ${shownName(cookie)}`, value: describeCookie(cookie) };
}

function shownName({ name }: CookieFlags): string {
  return name === "" ? "(without a name)" : name;
}
