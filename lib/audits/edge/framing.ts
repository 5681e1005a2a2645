import { allowsAnyAncestor, headerPolicies } from "../parse/csp.ts";
import { headerTokens } from "../parse/headers.ts";
import { outcome } from "../rule.ts";
import { headerEvidence } from "./header-evidence.ts";
import { definePageRule } from "./page-rule.ts";

export const framing = definePageRule({
  id: "edge/framing",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "x-frame-options": { verdict: "pass", severity: "info" },
    "any-ancestor": { verdict: "fail", severity: "medium" },
    ineffective: { verdict: "fail", severity: "medium" },
    missing: { verdict: "fail", severity: "medium" },
  },
  judge({ response: { headers } }) {
    const evidence = headerEvidence(headers, "content-security-policy", "x-frame-options");
    const governing = headerPolicies(headers).filter((policy) => policy.has("frame-ancestors"));
    if (governing.length > 0) return outcome(governing.every(allowsAnyAncestor) ? "any-ancestor" : "ok", {}, evidence);

    const options = new Set(headerTokens(headers, "x-frame-options").map((token) => token.toLowerCase()));
    if (options.size === 0) return outcome("missing", {}, evidence);
    return outcome(
      blocksFraming(options) ? "x-frame-options" : "ineffective",
      { value: [...options].join(", ") },
      evidence,
    );
  },
});

/** HTML, "check a navigation response's adherence to X-Frame-Options": contradicting values block too. */
function blocksFraming(options: ReadonlySet<string>): boolean {
  if (options.size > 1) return ["deny", "allowall", "sameorigin"].some((value) => options.has(value));
  return options.has("deny") || options.has("sameorigin");
}
