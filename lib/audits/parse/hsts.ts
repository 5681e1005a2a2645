import { trimHttp } from "./headers.ts";

export type Hsts =
  | { ok: true; maxAgeSeconds: number; includeSubDomains: boolean; preload: boolean }
  | { ok: false; why: string };

/** A delta-seconds beyond this is as good as forever, and stays an exact number. */
const MAX_AGE_CEILING = 2 ** 31;

/** One Strict-Transport-Security value by RFC 6797 §6.1; unknown directives are ignored. */
export function parseHsts(value: string): Hsts {
  const seen = new Map<string, string | null>();
  for (const part of value.split(";")) {
    const directive = trimHttp(part);
    if (directive === "") continue;
    const equals = directive.indexOf("=");
    const name = trimHttp(equals < 0 ? directive : directive.slice(0, equals)).toLowerCase();
    const given = equals < 0 ? null : trimHttp(directive.slice(equals + 1));
    if (seen.has(name) && (name === "max-age" || name === "includesubdomains")) {
      return { ok: false, why: `${name} is given twice` };
    }
    if (!seen.has(name)) seen.set(name, given);
  }

  const maxAge = seen.get("max-age");
  if (maxAge === undefined) return { ok: false, why: "max-age is missing" };
  if (maxAge === null || !/^(?:\d+|"\d+")$/.test(maxAge))
    return { ok: false, why: "max-age is not a number of seconds" };
  return {
    ok: true,
    maxAgeSeconds: Math.min(Number(maxAge.replaceAll('"', "")), MAX_AGE_CEILING),
    includeSubDomains: seen.get("includesubdomains") === null,
    preload: seen.get("preload") === null,
  };
}
