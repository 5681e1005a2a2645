import { headerValues, trimHttp } from "../parse/headers.ts";
import { outcome } from "../rule.ts";
import { headerEvidence } from "./header-evidence.ts";
import { definePageRule } from "./page-rule.ts";

const NAME = "cross-origin-resource-policy";
/** Fetch, "cross-origin resource policy check": exact words, and of anything else nothing. */
const GRADES = { "same-origin": "ok", "same-site": "ok", "cross-origin": "open" } as const;

export const crossOriginResource = definePageRule({
  id: "edge/cross-origin-resource",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    missing: { verdict: "warn", severity: "info" },
    open: { verdict: "warn", severity: "low" },
    ineffective: { verdict: "warn", severity: "low" },
  },
  judge({ response: { headers } }) {
    const evidence = headerEvidence(headers, NAME);
    const values = headerValues(headers, NAME);
    if (values.length === 0) return outcome("missing", {}, evidence);
    const value = trimHttp(values.join(", "));
    return outcome(isPolicy(value) ? GRADES[value] : "ineffective", { value }, evidence);
  },
});

function isPolicy(value: string): value is keyof typeof GRADES {
  return Object.hasOwn(GRADES, value);
}
