import { describe, expect, it } from "vitest";
import { parseSetCookie } from "#lib/audits/parse/set-cookie.ts";
import { cookieName, withoutCookieValue } from "./cookie-values.ts";

const NOW = "2026-11-24T00:00:00.000Z";

describe("a cookie without its value", () => {
  it.each([
    ["session=secret; Path=/; HttpOnly", "session=******; Path=/; HttpOnly", "session"],
    ["session = a=b ; Secure", "session =***; Secure", "session"],
    ["session=", "session=", "session"],
    ["session=\u00e4\u00f6", "session=****", "session"],
    ["secret", "******", ""],
    ["secret; Path=/; HttpOnly", "******; Path=/; HttpOnly", ""],
    ["=secret; Secure", "=******; Secure", ""],
    ["", "", ""],
  ])("%j", (line, shown, name) => {
    expect(withoutCookieValue(line)).toBe(shown);
    expect(cookieName(line)).toBe(name);
    expect(parseSetCookie(withoutCookieValue(line), NOW)).toEqual(parseSetCookie(line, NOW));
  });
});
