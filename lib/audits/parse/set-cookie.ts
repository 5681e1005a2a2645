import { trimHttp } from "./headers.ts";

/** A Set-Cookie line without the cookie's value: that never leaves this parser. */
export type CookieFlags = {
  /** Empty for a line without `=`, whose whole text is the value. */
  name: string;
  secure: boolean;
  httpOnly: boolean;
  sameSite: "strict" | "lax" | "none" | null;
  path: string | null;
  domain: string | null;
  /** The line removes the cookie. */
  isDeletion: boolean;
  /** How long it is kept; `null`: until the browser is closed. */
  lifetimeSeconds: number | null;
  /** Name and value together, which is what browsers measure. */
  bytes: number;
};

const SAME_SITE = { strict: "strict", lax: "lax", none: "none" } as const;

const SAME_SITE_WORDS = { strict: "Strict", lax: "Lax", none: "None" } as const;

/** By RFC 6265 §5.2; of a repeated attribute the last counts. `now`: ISO 8601, to tell a removal by `Expires`. */
export function parseSetCookie(line: string, now: string): CookieFlags {
  const [pair = "", ...rest] = line.split(";");
  const equals = pair.indexOf("=");
  const attributes = new Map<string, string>();
  for (const part of rest) {
    const split = part.indexOf("=");
    const name = trimHttp(split < 0 ? part : part.slice(0, split)).toLowerCase();
    attributes.set(name, split < 0 ? "" : trimHttp(part.slice(split + 1)));
  }
  const lifetimeSeconds = lifetimeOf(attributes, now);
  const sameSite = attributes.get("samesite")?.toLowerCase() ?? "";
  return {
    name: equals < 0 ? "" : trimHttp(pair.slice(0, equals)),
    secure: attributes.has("secure"),
    httpOnly: attributes.has("httponly"),
    sameSite: Object.hasOwn(SAME_SITE, sameSite) ? SAME_SITE[sameSite as keyof typeof SAME_SITE] : null,
    path: attributes.get("path") ?? null,
    domain: attributes.get("domain")?.replace(/^\./, "").toLowerCase() || null,
    isDeletion: lifetimeSeconds !== null && lifetimeSeconds <= 0,
    lifetimeSeconds,
    bytes: Buffer.byteLength(
      equals < 0 ? trimHttp(pair) : trimHttp(pair.slice(0, equals)) + trimHttp(pair.slice(equals + 1)),
    ),
  };
}

/** Max-Age goes before Expires (RFC 6265 §4.1.2.2). */
function lifetimeOf(attributes: ReadonlyMap<string, string>, now: string): number | null {
  const maxAge = attributes.get("max-age");
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return Number(maxAge);
  const expires = Date.parse(attributes.get("expires") ?? "");
  if (Number.isNaN(expires)) return null;
  const left = (expires - Date.parse(now)) / 1000;
  return left < 0 ? Math.floor(left) : Math.ceil(left) || 1;
}

/** Why a browser throws the cookie away for its name's prefix, or `null` (names match without regard to case). */
export function brokenPrefix(cookie: CookieFlags): string | null {
  const name = cookie.name.toLowerCase();
  if (name.startsWith("__host-") || name.startsWith("__host-http-")) {
    if (!cookie.secure) return "__Host- needs Secure";
    if (cookie.path !== "/") return "__Host- needs Path=/";
    if (cookie.domain !== null) return "__Host- must not have a Domain";
  }
  if (name.startsWith("__secure-") && !cookie.secure) return "__Secure- needs Secure";
  if (/^__(?:host-)?http-/.test(name) && !(cookie.secure && cookie.httpOnly)) {
    return `${name.startsWith("__host-") ? "__Host-Http-" : "__Http-"} needs Secure and HttpOnly`;
  }
  return null;
}

const SESSION_WORDS = /sess|(?:^|[^a-z])s?id$|sid(?:$|[^a-z])|auth|token|jwt|login|remember|identity|credential/;
const NOT_SESSION = /csrf|xsrf|authenticity/;

/** Whether the name says that holding the cookie means being signed in. */
export function looksLikeSession(name: string): boolean {
  const word = name.toLowerCase();
  return SESSION_WORDS.test(word) && !NOT_SESSION.test(word);
}

/** The flags in words, for evidence. */
export function describeCookie(cookie: CookieFlags): string {
  const words = [
    cookie.secure ? "Secure" : "no Secure",
    cookie.httpOnly ? "HttpOnly" : "no HttpOnly",
    cookie.sameSite ? `SameSite=${SAME_SITE_WORDS[cookie.sameSite]}` : "no SameSite",
  ];
  if (cookie.path !== null) words.push(`Path=${cookie.path}`);
  if (cookie.domain !== null) words.push(`Domain=${cookie.domain}`);
  if (cookie.lifetimeSeconds !== null) words.push(`kept for ${Math.round(cookie.lifetimeSeconds / 86_400)} days`);
  return words.join("; ");
}
