import { headerTokens } from "../parse/headers.ts";
import { outcome } from "../rule.ts";
import { headerEvidence } from "./header-evidence.ts";
import { definePageRule } from "./page-rule.ts";

const NAME = "x-content-type-options";

export const nosniff = definePageRule({
  id: "edge/nosniff",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    ineffective: { verdict: "fail", severity: "low" },
    missing: { verdict: "fail", severity: "low" },
  },
  judge({ response: { headers } }) {
    const evidence = headerEvidence(headers, NAME);
    // Fetch, "determine nosniff": only the first value counts.
    const [first] = headerTokens(headers, NAME);
    if (first === undefined) return outcome("missing", {}, evidence);
    return outcome(first.toLowerCase() === "nosniff" ? "ok" : "ineffective", { value: first }, evidence);
  },
});
