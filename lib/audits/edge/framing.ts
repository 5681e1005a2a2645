import { cspDirectives, headerPolicies } from "../parse/csp.ts";
import { anyForeign } from "../parse/csp-foreign.ts";
import { enforce, isRestricted } from "../parse/csp-permits.ts";
import { headerTokens } from "../parse/headers.ts";
import { outcome } from "../rule.ts";
import { headerEvidence } from "./header-evidence.ts";
import { definePageRule } from "./page-rule.ts";

export const framing = definePageRule({
  id: "edge/framing",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "x-frame-options": { verdict: "pass", severity: "info" },
    conflicting: { verdict: "warn", severity: "low" },
    "any-ancestor": { verdict: "fail", severity: "medium" },
    "allow-from": { verdict: "fail", severity: "medium" },
    ineffective: { verdict: "fail", severity: "medium" },
    "meta-only": { verdict: "fail", severity: "medium" },
    missing: { verdict: "fail", severity: "medium" },
  },
  judge({ response: { headers, url }, document }) {
    const evidence = headerEvidence(headers, "content-security-policy", "x-frame-options");
    const enforced = enforce(headerPolicies(headers), new URL(url));
    if (isRestricted(enforced, "ancestor")) {
      return outcome(anyForeign(enforced, ["ancestor"]) ? "any-ancestor" : "ok", {}, evidence);
    }

    const options = new Set(headerTokens(headers, "x-frame-options").map((token) => token.toLowerCase()));
    if (options.size > 0) return outcome(judgeOptions(options), { value: [...options].join(", ") }, evidence);
    const meta = (document?.metaCsp ?? []).find((text) =>
      cspDirectives(text).some(({ name }) => name === "frame-ancestors"),
    );
    if (meta === undefined) return outcome("missing", {}, evidence);
    return outcome("meta-only", {}, [...evidence, { label: "<meta> content-security-policy", value: meta }]);
  },
});

/** HTML, "check a navigation response's adherence to X-Frame-Options": contradicting values block, as DENY does. */
function judgeOptions(options: ReadonlySet<string>): "x-frame-options" | "conflicting" | "allow-from" | "ineffective" {
  const isKnown = ["deny", "sameorigin", "allowall"].some((value) => options.has(value));
  if (options.size > 1 && isKnown) return "conflicting";
  if (options.has("deny") || options.has("sameorigin")) return "x-frame-options";
  return [...options].some((value) => value.startsWith("allow-from")) ? "allow-from" : "ineffective";
}
