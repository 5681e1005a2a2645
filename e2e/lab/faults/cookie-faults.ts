import type { Settings } from "../settings.ts";
import type { Fault } from "./fault.ts";

/** Without a prefix: a browser drops a `__Host-` cookie that breaks its promise, and the sign-in with it. */
function dropAttribute(settings: Settings, attribute: string): void {
  settings.cookie = { prefix: "", attributes: settings.cookie.attributes.filter((kept) => kept !== attribute) };
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
    rules: ["edge/cookie-flags"],
    apply(settings) {
      settings.cookie = { ...settings.cookie, attributes: [...settings.cookie.attributes, "Domain=ops-copilot.test"] };
    },
  },
] as const satisfies readonly Fault[];
