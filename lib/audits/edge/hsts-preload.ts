import { headerValues } from "../parse/headers.ts";
import { parseHsts } from "../parse/hsts.ts";
import { judgePreload, type PreloadProblem } from "../parse/hsts-preload.ts";
import { outcome } from "../rule.ts";
import { headerEvidence } from "./header-evidence.ts";
import { definePageRule, isHttps } from "./page-rule.ts";

const NAME = "strict-transport-security";

const SAID: Readonly<Record<PreloadProblem, string>> = {
  "subdomains-missing": "includeSubDomains is missing",
  "preload-missing": "preload is missing",
  "max-age-missing": "max-age is missing",
  "max-age-zero": "max-age is 0",
  "max-age-below-a-year": "max-age is less than a year",
  "max-age-above-ten-years": "max-age is more than ten years",
};

/** `preload` gives everybody leave to submit the domain to the list in browsers; said in vain, it only misleads. */
export const hstsPreload = definePageRule({
  id: "edge/hsts-preload",
  outcomes: {
    eligible: { verdict: "pass", severity: "info" },
    "not-eligible": { verdict: "warn", severity: "low" },
    "not-asked": { verdict: "not_applicable", severity: "info" },
    subdomain: { verdict: "not_applicable", severity: "info" },
  },
  judge({ response }, { target }) {
    const evidence = headerEvidence(response.headers, NAME);
    const [first] = isHttps(response.url) ? headerValues(response.headers, NAME) : [];
    // What browsers do not take at all is judged by edge/hsts.
    const policy = first === undefined ? undefined : parseHsts(first);
    if (first === undefined || !policy?.ok || !policy.preload) return outcome("not-asked", {}, evidence);
    // The list takes registered domains only, and those with all their subdomains.
    if (URL.parse(response.url)?.hostname !== target.domain) return outcome("subdomain", {}, evidence);
    const { problems } = judgePreload(first);
    if (problems.length === 0) return outcome("eligible", {}, evidence);
    return outcome("not-eligible", { problems: problems.map((problem) => SAID[problem]).join(", ") }, evidence);
  },
});
