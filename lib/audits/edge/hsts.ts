import { headerValues } from "../parse/headers.ts";
import { type Hsts, parseHsts } from "../parse/hsts.ts";
import { outcome } from "../rule.ts";
import { headerEvidence } from "./header-evidence.ts";
import { definePageRule, isHttps } from "./page-rule.ts";

const NAME = "strict-transport-security";
const DAY = 86_400;
/** What preload lists ask for. */
const GOOD_SECONDS = 365 * DAY;
const WEAK_SECONDS = 180 * DAY;
/** Suffixes that stand as a whole in the preload list of browsers (hstspreload.org, "TLD preloading"). */
const PRELOADED_SUFFIXES: ReadonlySet<string> = new Set([
  "app",
  "bank",
  "boo",
  "channel",
  "dad",
  "day",
  "dev",
  "esq",
  "foo",
  "ing",
  "insurance",
  "meme",
  "mov",
  "new",
  "nexus",
  "page",
  "phd",
  "prof",
  "rsvp",
  "zip",
]);

export const hsts = definePageRule({
  id: "edge/hsts",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "suffix-preloaded": { verdict: "fail", severity: "low" },
    short: { verdict: "warn", severity: "low" },
    "too-short": { verdict: "fail", severity: "medium" },
    malformed: { verdict: "fail", severity: "medium" },
    shadowed: { verdict: "fail", severity: "medium" },
    missing: { verdict: "fail", severity: "medium" },
    "over-http": { verdict: "fail", severity: "medium" },
    "literal-address": { verdict: "not_applicable", severity: "info" },
  },
  judge({ response }) {
    const evidence = headerEvidence(response.headers, NAME);
    const host = URL.parse(response.url)?.hostname ?? "";
    // RFC 6797 §8.1.1: browsers keep no policy for an address, and §8.1 none that came over http.
    if (/^\[|^\d+\.\d+\.\d+\.\d+$/.test(host)) return outcome("literal-address", {}, evidence);
    if (!isHttps(response.url)) return outcome("over-http", { url: response.url }, evidence);
    const [first, ...later] = headerValues(response.headers, NAME);
    const suffix = host.slice(host.lastIndexOf(".") + 1);
    const isPreloaded = PRELOADED_SUFFIXES.has(suffix);
    if (first === undefined) return outcome(isPreloaded ? "suffix-preloaded" : "missing", { suffix }, evidence);

    const policy = parseHsts(first);
    if (!isGood(policy) && later.map(parseHsts).some(isGood)) return outcome("shadowed", { value: first }, evidence);
    if (!policy.ok) return outcome("malformed", { why: policy.why }, evidence);
    const facts = { seconds: String(policy.maxAgeSeconds), days: String(Math.floor(policy.maxAgeSeconds / DAY)) };
    if (isGood(policy)) return outcome("ok", facts, evidence);
    if (policy.maxAgeSeconds >= WEAK_SECONDS) return outcome("short", facts, evidence);
    return outcome(isPreloaded ? "suffix-preloaded" : "too-short", { ...facts, suffix }, evidence);
  },
});

/** RFC 6797 §8.1: only the first header counts, whatever comes after it. */
function isGood(policy: Hsts): boolean {
  return policy.ok && policy.maxAgeSeconds >= GOOD_SECONDS;
}
