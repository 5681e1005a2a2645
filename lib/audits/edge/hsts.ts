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

export const hsts = definePageRule({
  id: "edge/hsts",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
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
    if (first === undefined) return outcome("missing", {}, evidence);

    const policy = parseHsts(first);
    if (!isGood(policy) && later.map(parseHsts).some(isGood)) return outcome("shadowed", { value: first }, evidence);
    if (!policy.ok) return outcome("malformed", { why: policy.why }, evidence);
    const facts = { seconds: String(policy.maxAgeSeconds), days: String(Math.floor(policy.maxAgeSeconds / DAY)) };
    if (isGood(policy)) return outcome("ok", facts, evidence);
    return outcome(policy.maxAgeSeconds >= WEAK_SECONDS ? "short" : "too-short", facts, evidence);
  },
});

/** RFC 6797 §8.1: only the first header counts, whatever comes after it. */
function isGood(policy: Hsts): boolean {
  return policy.ok && policy.maxAgeSeconds >= GOOD_SECONDS;
}
