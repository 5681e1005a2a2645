import { trimHttp } from "./headers.ts";

/** What is odd about a value. Browsers mind the first six; the rest is of interest to the preload list alone. */
export type HstsIssue =
  | "max-age-missing"
  | "max-age-without-value"
  | "max-age-empty"
  | "max-age-not-digits"
  | "repeated-max-age"
  | "repeated-includesubdomains"
  | "max-age-leading-zero"
  | "repeated-preload"
  | "unknown-directive"
  | "empty-directive"
  | "empty";

/** A value as it stands there, whether or not browsers take it. */
export type HstsReading = {
  /** `null`: not given, or not a number. */
  maxAgeSeconds: number | null;
  includeSubDomains: boolean;
  preload: boolean;
  issues: readonly HstsIssue[];
};

export type Hsts =
  | { ok: true; maxAgeSeconds: number; includeSubDomains: boolean; preload: boolean }
  | { ok: false; why: string };

/** A delta-seconds beyond this is as good as forever, and stays an exact number. */
const MAX_AGE_CEILING = 2 ** 31;
const KNOWN = ["max-age", "includesubdomains", "preload"] as const;

/** RFC 6797 §6.1: directives in any order and case, a value may be quoted, unknown directives are ignored. */
export function readHsts(value: string): HstsReading {
  const issues = new Set<HstsIssue>();
  const seen = new Map<string, string | null>();
  const parts = value.split(";").map(trimHttp);
  if (trimHttp(value) === "") issues.add("empty");
  else if (parts.includes("")) issues.add("empty-directive");

  for (const directive of parts.filter((part) => part !== "")) {
    const equals = directive.indexOf("=");
    const name = trimHttp(equals < 0 ? directive : directive.slice(0, equals)).toLowerCase();
    const known = KNOWN.find((one) => one === name);
    if (!known) issues.add("unknown-directive");
    else if (seen.has(name)) issues.add(`repeated-${known}`);
    if (!seen.has(name)) seen.set(name, equals < 0 ? null : trimHttp(directive.slice(equals + 1)));
  }

  const maxAge = readMaxAge(seen.get("max-age"), issues);
  return {
    maxAgeSeconds: maxAge,
    includeSubDomains: seen.get("includesubdomains") === null,
    preload: seen.get("preload") === null,
    issues: [...issues],
  };
}

function readMaxAge(given: string | null | undefined, issues: Set<HstsIssue>): number | null {
  const digits = /^(?:(\d+)|"(\d+)")$/.exec(given ?? "");
  const number = digits?.[1] ?? digits?.[2];
  if (given === undefined) issues.add("max-age-missing");
  else if (given === null) issues.add("max-age-without-value");
  else if (given === "") issues.add("max-age-empty");
  else if (number === undefined) issues.add("max-age-not-digits");
  else if (/^0\d/.test(number)) issues.add("max-age-leading-zero");
  return number === undefined ? null : Math.min(Number(number), MAX_AGE_CEILING);
}

const UNREADABLE: Partial<Record<HstsIssue, string>> = {
  "max-age-missing": "max-age is missing",
  "max-age-without-value": "max-age is not a number of seconds",
  "max-age-empty": "max-age is not a number of seconds",
  "max-age-not-digits": "max-age is not a number of seconds",
  "repeated-max-age": "max-age is given twice",
  "repeated-includesubdomains": "includesubdomains is given twice",
};

/** One Strict-Transport-Security value as a browser takes it; one that is not valid is ignored whole. */
export function parseHsts(value: string): Hsts {
  const { issues, maxAgeSeconds, includeSubDomains, preload } = readHsts(value);
  const why = issues.map((issue) => UNREADABLE[issue]).find((text) => text !== undefined);
  if (why !== undefined || maxAgeSeconds === null) return { ok: false, why: why ?? "max-age is missing" };
  return { ok: true, maxAgeSeconds, includeSubDomains, preload };
}
