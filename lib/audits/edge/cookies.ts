import type { HeaderLines } from "../parse/headers.ts";
import { headerValues } from "../parse/headers.ts";
import { type CookieFlags, describeCookie, looksLikeSession, parseSetCookie } from "../parse/set-cookie.ts";
import type { Evidence } from "../types.ts";

export const isSession = (cookie: CookieFlags) => looksLikeSession(cookie.name);

/** The cookies that an answer sets; those that it removes are left out. */
export function cookiesOf(headers: HeaderLines, now: string): CookieFlags[] {
  return headerValues(headers, "set-cookie")
    .map((line) => parseSetCookie(line, now))
    .filter((cookie) => !cookie.isDeletion);
}

/** Those at fault first. A cookie's value never shows. */
export function cookieEvidence(cookies: readonly CookieFlags[], faulty: readonly CookieFlags[] = []): Evidence[] {
  const rest = cookies.filter((cookie) => !faulty.includes(cookie));
  return [...faulty, ...rest].map((cookie) => ({
    label: `cookie ${shownName(cookie)}`,
    value: describeCookie(cookie),
  }));
}

export function shownName({ name }: CookieFlags): string {
  return name === "" ? "(without a name)" : name;
}
