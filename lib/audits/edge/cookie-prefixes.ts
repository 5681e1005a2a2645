import { brokenPrefix, type CookieFlags } from "../parse/set-cookie.ts";
import { outcome } from "../rule.ts";
import { cookieEvidence, cookiesOf, isSession, shownName } from "./cookies.ts";
import { definePageRule } from "./page-rule.ts";

export const cookiePrefixes = definePageRule({
  id: "edge/cookie-prefixes",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "no-cookies": { verdict: "not_applicable", severity: "info" },
    unprefixed: { verdict: "warn", severity: "info" },
    "broken-prefix": { verdict: "fail", severity: "medium" },
  },
  judge({ response }, { observedAt }) {
    const cookies = cookiesOf(response.headers, observedAt);
    if (cookies.length === 0) return outcome("no-cookies");
    const broken = cookies.filter((cookie) => brokenPrefix(cookie) !== null);
    const [first] = broken;
    if (first) {
      const facts = { name: shownName(first), why: brokenPrefix(first) ?? "" };
      return outcome("broken-prefix", facts, cookieEvidence(cookies, broken));
    }
    const plain = cookies.filter(couldBeHost);
    const [session] = plain;
    if (session) return outcome("unprefixed", { name: shownName(session) }, cookieEvidence(cookies, plain));
    return outcome("ok", {}, cookieEvidence(cookies));
  },
});

/** A sound session cookie that keeps the promise of `__Host-` and only does not give it. Others need other mending first. */
function couldBeHost(cookie: CookieFlags): boolean {
  const isSound = cookie.secure && cookie.httpOnly && cookie.sameSite !== null;
  const isHostOnly = cookie.path === "/" && cookie.domain === null;
  return isSession(cookie) && isSound && isHostOnly && !cookie.name.startsWith("__");
}
