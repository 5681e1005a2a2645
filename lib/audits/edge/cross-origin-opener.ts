import { headerValues } from "../parse/headers.ts";
import { outcome } from "../rule.ts";
import { headerEvidence } from "./header-evidence.ts";
import { OPENER, tokenOf } from "./isolation-header.ts";
import { definePageRule, isHttps } from "./page-rule.ts";

const REPORT_ONLY = `${OPENER}-report-only`;
/** HTML, "obtain a cross-origin opener policy"; anything else is taken as unsafe-none. */
const GRADES = {
  "same-origin": "ok",
  "same-origin-allow-popups": "ok",
  "noopener-allow-popups": "ok",
  "unsafe-none": "off",
} as const;

export const crossOriginOpener = definePageRule({
  id: "edge/cross-origin-opener",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    missing: { verdict: "warn", severity: "info" },
    "report-only": { verdict: "warn", severity: "info" },
    off: { verdict: "warn", severity: "low" },
    ineffective: { verdict: "warn", severity: "low" },
    "over-http": { verdict: "not_applicable", severity: "info" },
  },
  judge({ response: { headers, url } }) {
    const evidence = headerEvidence(headers, OPENER);
    if (!isHttps(url)) return outcome("over-http", { url }, evidence);
    const value = tokenOf(headers, OPENER);
    if (value === undefined) {
      const isReported = headerValues(headers, REPORT_ONLY).length > 0;
      return outcome(isReported ? "report-only" : "missing", {}, evidence);
    }
    if (value === null || !isPolicy(value)) {
      return outcome("ineffective", { value: headerValues(headers, OPENER).join(", ") }, evidence);
    }
    return outcome(GRADES[value], { value }, evidence);
  },
});

function isPolicy(value: string): value is keyof typeof GRADES {
  return Object.hasOwn(GRADES, value);
}
