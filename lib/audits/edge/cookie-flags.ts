import type { CookieFlags } from "../parse/set-cookie.ts";
import { outcome } from "../rule.ts";
import { cookieEvidence, cookiesOf, isSession, shownName } from "./cookies.ts";
import { definePageRule } from "./page-rule.ts";

/** Worst first. */
const FAULTS = [
  { code: "session-insecure", has: (cookie: CookieFlags) => isSession(cookie) && !cookie.secure },
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
    "session-insecure": { verdict: "fail", severity: "high" },
  },
  judge({ response }, { observedAt }) {
    const cookies = cookiesOf(response.headers, observedAt);
    if (cookies.length === 0) return outcome("no-cookies");
    for (const fault of FAULTS) {
      const faulty = cookies.filter(fault.has);
      const [first] = faulty;
      if (!first) continue;
      const facts = { name: shownName(first), count: String(faulty.length) };
      return outcome(fault.code, facts, cookieEvidence(cookies, faulty));
    }
    return outcome("ok", { count: String(cookies.length) }, cookieEvidence(cookies));
  },
});
