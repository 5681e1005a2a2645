import type { HeaderLines } from "./headers.ts";
import { headerValues } from "./headers.ts";

/** Directive name → its argument, unquoted; `null` where it has none. The first of a repeated one counts (RFC 9111 §4.2.1). */
export type CacheControl = ReadonlyMap<string, string | null>;

const DIRECTIVES_MAX = 50;

/** All Cache-Control lines as one list (RFC 9111 §5.2). */
export function cacheControl(headers: HeaderLines): CacheControl {
  const directives = new Map<string, string | null>();
  // A quoted argument, as of no-cache="set-cookie, x", may hold commas.
  const parts =
    headerValues(headers, "cache-control")
      .join(",")
      .slice(0, 8192)
      .match(/(?:[^",]|"[^"]*")+/g) ?? [];
  for (const part of parts.slice(0, DIRECTIVES_MAX)) {
    const [name = "", ...rest] = part.trim().split("=");
    const key = name.trim().toLowerCase();
    const argument = rest.length === 0 ? null : rest.join("=").trim().replaceAll('"', "");
    if (key !== "" && !directives.has(key)) directives.set(key, argument);
  }
  return directives;
}

/** delta-seconds (RFC 9111 §1.2.2); `null` where the directive is missing or holds no number. */
function secondsOf(policy: CacheControl, name: string): number | null {
  const text = policy.get(name);
  return text && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** For how long a shared cache may serve it without asking again (RFC 9111 §4.2.1); `null`: nothing says so. */
export function sharedLifetime(policy: CacheControl): number | null {
  return secondsOf(policy, "s-maxage") ?? secondsOf(policy, "max-age");
}

export function browserLifetime(policy: CacheControl): number | null {
  return secondsOf(policy, "max-age");
}

/** Whether a shared cache must not keep it at all (RFC 9111 §3); `private` or `no-cache` of named fields alone does not say so. */
export function forbidsSharing(policy: CacheControl): boolean {
  return policy.has("no-store") || policy.get("private") === null;
}

/** Whether a shared cache may keep it but has to ask each time (RFC 9111 §5.2.2.4). */
export function asksEachTime(policy: CacheControl): boolean {
  return policy.get("no-cache") === null || sharedLifetime(policy) === 0;
}
