import { SECRET_FORMS } from "./secret-forms.ts";

/**
 * Text made safe for every output. What comes from targets is hostile: it may carry characters that hide or reorder
 * other text, and secrets that must not leave the system. Escaping is each renderer's own work.
 */

const REDACTED = "[redacted]";

/** Longest text that the patterns look at, in characters; every cap below is far smaller. */
const SCANNED_MAX = 32_768;

/** Caps in characters, by the name of the field. */
const LENGTHS: Record<string, number> = {
  name: 120,
  title: 300,
  headline: 200,
  label: 120,
  clientName: 120,
  provider: 120,
  contact: 200,
  person: 120,
  command: 1_000,
  line: 160,
  url: 500,
  link: 2_000,
  target: 500,
  value: 800,
  reproduce: 500,
};
const LENGTH_OTHERWISE = 2_000;

/**
 * Controls, format characters (bidi controls, zero-width, tags), private use, noncharacters and whatever else Unicode
 * says is not shown. None of them can be seen, all of them can deceive.
 */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu;

const ASSIGNED_NAME =
  "[\\w.-]{0,40}(?:passw(?:or)?d|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|session(?:[_-]?id)?|credential)[\\w.-]{0,40}";

/** What a secret looks like, and what stays of it. Every pattern is linear. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [
    /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?/g,
    `${REDACTED} private key`,
  ],
  [/\b(Bearer|Basic|Digest|Negotiate|Token)\s+[\w~+/.=:-]{8,}/gi, `$1 ${REDACTED}`],
  ...SECRET_FORMS.map((form) => [form, REDACTED] as const),
  [/:\/\/[^\s/?#@]{1,256}@/g, `://${REDACTED}@`],
  [/https:\/\/hooks\.slack\.com\/services\/[\w/]+/g, `https://hooks.slack.com/services/${REDACTED}`],
];

const COOKIE_HEADER = /\b((?:set-)?cookie\d?\s*:\s*)([^"'\n]*)/gi;
const COOKIE_LABEL = /cookie/i;
const COOKIE_ATTRIBUTES = new Set([
  "domain",
  "expires",
  "httponly",
  "max-age",
  "partitioned",
  "path",
  "priority",
  "samesite",
  "secure",
]);
/** Such a fact is a secret as a whole when its value is opaque. */
const SECRET_LABEL = /authorization|api[-_]?key|secret|password|token|csrf/i;
const OPAQUE = /^(?=\D*\d)[\w+/=.~-]{8,}$/;

const ASSIGNED = new RegExp(`\\b(${ASSIGNED_NAME}["']?\\s{0,3}=\\s{0,3}["']?)[^\\s"'&;,<>]{4,}`, "gi");
const DECLARED = new RegExp(
  `\\b(${ASSIGNED_NAME}["']?\\s{0,3}:\\s{0,3}["']?)(?=[^\\s"'&;,<>]*\\d)[^\\s"'&;,<>]{6,}`,
  "gi",
);

/** `sid=abc; Path=/` → `sid=[redacted]; Path=/`: names and attributes are evidence, values are not. */
function cookiesRedacted(header: string): string {
  return header.replace(/([^\s=;,]{1,256})=([^;]*)/g, (pair: string, name: string) =>
    COOKIE_ATTRIBUTES.has(name.toLowerCase()) ? pair : `${name}=${REDACTED}`,
  );
}

/** What the two patterns above need; most texts have none of it and are spared their cost. */
const NAMES_SECRET = /passw|passphrase|secret|token|key|session|credential/i;

function plainRedacted(text: string): string {
  let safe = text.replace(COOKIE_HEADER, (_all, head: string, rest: string) => `${head}${cookiesRedacted(rest)}`);
  for (const [pattern, rest] of SECRETS) safe = safe.replace(pattern, rest);
  if (!NAMES_SECRET.test(safe)) return safe;
  return safe.replace(ASSIGNED, `$1${REDACTED}`).replace(DECLARED, `$1${REDACTED}`);
}

/** Words that may be another text in disguise, and how to read each. */
const ENCODED: readonly (readonly [RegExp, (word: string) => string])[] = [
  [/[^\s"'<>]{6,4000}/g, (word) => (word.includes("%") ? decodeURIComponent(word) : "")],
  [/(?<![\da-f])(?:[\da-f]{2}){12,2000}(?![\da-f])/gi, fromHex],
  [/(?<![\w+/-])[\w+/-]{16,4000}={0,2}/g, (word) => atob(word.replaceAll("-", "+").replaceAll("_", "/"))],
];
const READABLE = /^[\x20-\x7e\s]+$/;

function fromHex(word: string): string {
  return String.fromCharCode(...(word.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));
}

/** A word is hidden when what it stands for would be. */
function disguisedRedacted(text: string): string {
  let safe = text;
  for (const [pattern, decode] of ENCODED) {
    safe = safe.replace(pattern, (word) => {
      try {
        const meant = decode(word);
        return READABLE.test(meant) && plainRedacted(meant) !== meant ? REDACTED : word;
      } catch {
        return word;
      }
    });
  }
  return safe;
}

/** The text without what looks like a secret, also where it is written in base64, in hexadecimal or with per cent signs. */
export function redact(text: string): string {
  return disguisedRedacted(plainRedacted(text));
}

/** Well-formed, visible, on one line, without secrets and no longer than `charactersMax`. */
export function cleanText(text: string, charactersMax = LENGTH_OTHERWISE): string {
  const visible = text.slice(0, SCANNED_MAX).toWellFormed().replace(INVISIBLE, "");
  const safe = redact(visible).replace(/\s+/gu, " ").trim();
  const characters = Array.from(safe);
  return characters.length <= charactersMax ? safe : `${characters.slice(0, charactersMax - 1).join("")}…`;
}

/** The address as a browser would open it, or null when it is not http, https or mailto, or carries credentials. */
export function safeLink(url: string | null): string | null {
  if (url === null || url.length > (LENGTHS.link ?? 0) || redact(url) !== url) return null;
  const parsed = URL.parse(url.trim());
  if (parsed?.username !== "" || parsed.password !== "") return null;
  return ["http:", "https:", "mailto:"].includes(parsed.protocol) ? parsed.href : null;
}

/** One observed fact. A header that is a secret as a whole, and a cookie's value, are told by the label. */
function cleanFact(label: string, value: string): string {
  if (COOKIE_LABEL.test(label)) return cookiesRedacted(value.slice(0, SCANNED_MAX));
  return SECRET_LABEL.test(label) && OPAQUE.test(value.trim()) ? REDACTED : value;
}

/** The same data with every string made safe, links included (`null` where one is not). */
export function cleanData<T>(data: T): T {
  return clean(data, "", new Map()) as T;
}

/** Most texts of a pack occur many times: targets, rules, headers, dates. Each is looked at once for each cap. */
type Seen = Map<number, Map<string, string>>;

function cleanOnce(text: string, charactersMax: number, seen: Seen): string {
  const known = seen.get(charactersMax) ?? new Map<string, string>();
  seen.set(charactersMax, known);
  const before = known.get(text);
  if (before !== undefined) return before;
  const safe = cleanText(text, charactersMax);
  known.set(text, safe);
  return safe;
}

function clean(value: unknown, field: string, seen: Seen): unknown {
  if (typeof value === "string") return cleanOnce(value, LENGTHS[field] ?? LENGTH_OTHERWISE, seen);
  if (Array.isArray(value)) return value.map((item) => clean(item, field, seen));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => {
    if (key === "link") return [key, safeLink(typeof inner === "string" ? inner : null)];
    if (key === "value" && "label" in value && typeof inner === "string") {
      return [key, clean(cleanFact(String(value.label), inner), key, seen)];
    }
    return [key, clean(inner, key, seen)];
  });
  return Object.fromEntries(entries);
}
