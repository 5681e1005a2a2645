import { headerValues } from "../parse/headers.ts";
import { outcome } from "../rule.ts";
import { headerEvidence } from "./header-evidence.ts";
import { EMBEDDER, OPENER, tokenOf } from "./isolation-header.ts";
import { definePageRule } from "./page-rule.ts";

/** Only pages that need SharedArrayBuffer or exact clocks have a use for it, so that it is not sent is no fault. */
export const crossOriginEmbedder = definePageRule({
  id: "edge/cross-origin-embedder",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "not-used": { verdict: "not_applicable", severity: "info" },
    "not-isolated": { verdict: "warn", severity: "info" },
    ineffective: { verdict: "warn", severity: "low" },
  },
  judge({ response: { headers } }) {
    const evidence = headerEvidence(headers, EMBEDDER, OPENER);
    const value = tokenOf(headers, EMBEDDER);
    if (value === undefined || value === "unsafe-none") return outcome("not-used", {}, evidence);
    if (value !== "require-corp" && value !== "credentialless") {
      return outcome("ineffective", { value: headerValues(headers, EMBEDDER).join(", ") }, evidence);
    }
    const isIsolated = tokenOf(headers, OPENER) === "same-origin";
    return outcome(isIsolated ? "ok" : "not-isolated", { value }, evidence);
  },
});
