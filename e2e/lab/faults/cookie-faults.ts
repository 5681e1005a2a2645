import { HOST, MAIL_PROVIDER } from "../names.ts";
import type { Settings } from "../settings.ts";
import type { Fault } from "./fault.ts";

/** Without a prefix: a browser drops a `__Host-` cookie that breaks its promise, and the sign-in with it. */
function dropAttribute(settings: Settings, attribute: string): void {
  settings.cookie = { prefix: "", attributes: settings.cookie.attributes.filter((kept) => kept !== attribute) };
}

/** With the prefix that allows a Domain. */
function addAttribute(settings: Settings, attribute: string): void {
  settings.cookie = { prefix: "__Secure-", attributes: [...settings.cookie.attributes, attribute] };
}

export const COOKIE_FAULTS = [
  {
    name: "cookie-insecure",
    title: "Cookie also over http",
    how: "The session cookie lacks Secure.",
    rules: ["edge/cookie-flags"],
    apply: (settings) => dropAttribute(settings, "Secure"),
  },
  {
    name: "cookie-no-httponly",
    title: "Cookie readable by scripts",
    how: "The session cookie lacks HttpOnly.",
    rules: ["edge/cookie-flags"],
    apply: (settings) => dropAttribute(settings, "HttpOnly"),
  },
  {
    name: "cookie-no-samesite",
    title: "Cookie without SameSite",
    how: "The session cookie says nothing about requests from other sites.",
    rules: ["edge/cookie-flags"],
    apply: (settings) => dropAttribute(settings, "SameSite=Lax"),
  },
  {
    name: "cookie-broken-prefix",
    title: "Cookie that breaks its prefix",
    how: "The cookie is called __Host-, but has a Domain, so browsers drop it.",
    rules: ["edge/cookie-prefixes"],
    apply(settings) {
      settings.cookie = { ...settings.cookie, attributes: [...settings.cookie.attributes, "Domain=ops-copilot.test"] };
    },
  },
  {
    name: "cookie-unprefixed",
    title: "Session cookie without a prefix",
    how: "The session cookie is sound but for its name, which lacks __Host-.",
    rules: ["edge/cookie-prefixes"],
    apply(settings) {
      settings.cookie = { ...settings.cookie, prefix: "" };
    },
  },
  {
    name: "cookie-prefix-http",
    title: "__Http- cookie that scripts can read",
    how: "The cookie is called __Host-Http-, but lacks HttpOnly, so browsers drop it.",
    rules: ["edge/cookie-prefixes", "edge/cookie-flags"],
    apply(settings) {
      const attributes = settings.cookie.attributes.filter((kept) => kept !== "HttpOnly");
      settings.cookie = { prefix: "__Host-Http-", attributes };
    },
  },
  {
    name: "cookie-none-insecure",
    title: "SameSite=None without Secure",
    how: "The session cookie asks for use on other sites, but lacks Secure, so browsers drop it.",
    rules: ["edge/cookie-flags"],
    apply(settings) {
      settings.cookie = { prefix: "", attributes: ["Path=/", "HttpOnly", "SameSite=None"] };
    },
  },
  {
    name: "cookie-wide",
    title: "Session cookie for every subdomain",
    how: "The session cookie has a Domain, so every subdomain gets it.",
    rules: ["edge/cookie-scope"],
    apply: (settings) => addAttribute(settings, `Domain=${HOST}`),
  },
  {
    name: "cookie-public-suffix",
    title: "Cookie for a public suffix",
    how: "The cookie's Domain is the suffix under which everybody has names, so browsers drop it.",
    rules: ["edge/cookie-scope"],
    apply: (settings) => addAttribute(settings, "Domain=test"),
  },
  {
    name: "cookie-foreign-domain",
    title: "Cookie for another site",
    how: "The cookie's Domain does not cover the host, so browsers drop it.",
    rules: ["edge/cookie-scope"],
    apply: (settings) => addAttribute(settings, `Domain=${MAIL_PROVIDER}`),
  },
  {
    name: "cookie-long-lived",
    title: "Cookie for ten years",
    how: "The session cookie asks to be kept for ten years; browsers keep none for more than 400 days.",
    rules: ["edge/cookie-scope"],
    apply(settings) {
      settings.cookie = { ...settings.cookie, attributes: [...settings.cookie.attributes, "Max-Age=315360000"] };
    },
  },
  {
    name: "cookie-too-large",
    title: "Cookie beyond 4096 bytes",
    how: "The session cookie's name is so long that browsers drop it.",
    rules: ["edge/cookie-scope"],
    apply(settings) {
      settings.cookie = { ...settings.cookie, prefix: `__Host-${"x".repeat(4_096)}-` };
    },
  },
] as const satisfies readonly Fault[];
