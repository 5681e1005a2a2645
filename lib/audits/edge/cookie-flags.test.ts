import { describe, expect, it } from "vitest";
import { brokenPrefix, looksLikeSession, parseSetCookie } from "../parse/set-cookie.ts";
import { healthyObservation, pageWithHeader } from "../testing/healthy-observation.ts";
import { HEALTHY_AT } from "../testing/healthy-values.ts";
import { judge } from "../testing/judge.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { cookieFlags } from "./cookie-flags.ts";

const cookies = (...values: string[]) => pageWithHeader("set-cookie", ...values);

testOutcomes(cookieFlags, [
  ["ok", "pass", "the session cookie has every flag", {}],
  [
    "ok",
    "pass",
    "a cookie for scripts is Secure",
    cookies("csrf-token=1; Secure; SameSite=Strict", "theme=dark; secure"),
  ],
  [
    "ok",
    "pass",
    "a removal has no flags",
    cookies("theme=dark; Secure", "session=; Max-Age=0", "sid=; Expires=Thu, 01 Jan 1970 00:00:00 GMT"),
  ],
  ["no-cookies", "not_applicable", "no cookie is set", cookies()],
  ["session-samesite", "warn", "SameSite is left to the browser", cookies("session=1; Secure; HttpOnly")],
  ["session-samesite", "warn", "SameSite is no known word", cookies("session=1; Secure; HttpOnly; SameSite=Maybe")],
  ["insecure", "warn", "a plain cookie lacks Secure", cookies("theme=dark")],
  ["insecure", "warn", "a cookie without a name lacks Secure", cookies("dark")],
  ["session-readable", "fail", "scripts can read the session", cookies("sid=1; Secure; SameSite=Lax")],
  ["none-insecure", "fail", "SameSite=None lacks Secure", cookies("theme=dark; SameSite=None")],
  ["none-insecure", "fail", "the last SameSite counts", cookies("theme=dark; SameSite=Lax; samesite=NONE")],
  [
    "session-insecure",
    "fail",
    "the session lacks Secure",
    cookies("theme=dark; Secure", "connect.sid=1; HttpOnly; SameSite=Lax"),
  ],
  ["session-insecure", "fail", "Secure stands only in the value", cookies("session=Secure HttpOnly")],
  [
    "elsewhere",
    "not_applicable",
    "the page is another site's",
    { page: { response: { url: "https://example.net/" } } },
  ],
]);

describe("a cookie's value", () => {
  it.each([
    "session=hunter2; HttpOnly",
    "session=hunter2=hunter2",
    "hunter2",
    "=hunter2; Path=/",
    "__Host-session=hunter2; Secure; Path=/; HttpOnly; SameSite=Lax",
    "session=hunter2, other=hunter2; Secure",
  ])("never appears in a result: %s", (line) => {
    const result = judge(cookieFlags, healthyObservation(cookies(line)));
    expect(result.evidence).toHaveLength(1);
    expect(JSON.stringify(result)).not.toContain("hunter2");
  });

  it("leaves twenty cookies in the evidence and counts the rest", () => {
    const many = Array.from({ length: 500 }, (_, index) => `theme${index}=dark; Secure`);
    const { evidence } = judge(cookieFlags, healthyObservation(cookies(...many)));
    expect(evidence).toHaveLength(21);
    expect(evidence.at(-1)).toEqual({ label: "and more", value: "480 more" });
  });
});

describe("a name", () => {
  it.each([
    "session",
    "PHPSESSID",
    "JSESSIONID",
    "connect.sid",
    "__Host-auth",
    "access_token",
    "next-auth.session-token",
    "remember_me",
    "sid",
    "user_session",
  ])("looks like a session: %s", (name) => {
    expect(looksLikeSession(name)).toBe(true);
  });

  it.each(["theme", "csrftoken", "XSRF-TOKEN", "lang", "_ga", "inside", "consideration"])("does not: %s", (name) => {
    expect(looksLikeSession(name)).toBe(false);
  });
});

describe("a prefix", () => {
  it.each([
    ["__host-x=1; Secure; Path=/", null],
    ["__Host-x=1; Path=/", "__Host- needs Secure"],
    ["__Host-x=1; Secure", "__Host- needs Path=/"],
    ["__Host-x=1; Secure; Path=/app", "__Host- needs Path=/"],
    ["__Host-x=1; Secure; Path=/; Domain=", null],
    ["__Http-x=1; Secure", "__Http- needs Secure and HttpOnly"],
    ["__Host-Http-x=1; Secure; Path=/", "__Host-Http- needs Secure and HttpOnly"],
    ["x__Host-=1", null],
  ])("of %s is judged as browsers do", (line, why) => {
    expect(brokenPrefix(parseSetCookie(line, HEALTHY_AT))).toBe(why);
  });
});
