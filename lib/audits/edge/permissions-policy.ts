import { headerValues } from "../parse/headers.ts";
import { isKnownFeature, POWERFUL, parsePermissionsPolicy } from "../parse/permissions-policy.ts";
import { outcome } from "../rule.ts";
import { headerEvidence } from "./header-evidence.ts";
import { definePageRule } from "./page-rule.ts";

const NAME = "permissions-policy";
const OLD_NAME = "feature-policy";

export const permissionsPolicy = definePageRule({
  id: "edge/permissions-policy",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    missing: { verdict: "warn", severity: "info" },
    "old-header": { verdict: "warn", severity: "low" },
    "unknown-feature": { verdict: "warn", severity: "info" },
    "open-to-all": { verdict: "warn", severity: "medium" },
    malformed: { verdict: "fail", severity: "low" },
  },
  judge({ response: { headers } }) {
    const isSent = headerValues(headers, NAME).some((value) => value.trim() !== "");
    const isOldSent = headerValues(headers, OLD_NAME).length > 0;
    if (!isSent) {
      return outcome(isOldSent ? "old-header" : "missing", {}, headerEvidence(headers, isOldSent ? OLD_NAME : NAME));
    }
    const evidence = headerEvidence(headers, NAME);
    const grants = parsePermissionsPolicy(headers);
    if (!grants) return outcome("malformed", {}, evidence);
    const open = grants.filter(({ feature, isForAll }) => isForAll && POWERFUL.has(feature));
    if (open.length > 0) return outcome("open-to-all", { features: listed(open) }, evidence);
    const unknown = grants.filter(({ feature }) => !isKnownFeature(feature));
    if (unknown.length > 0) return outcome("unknown-feature", { features: listed(unknown) }, evidence);
    return outcome("ok", { count: String(grants.length) }, evidence);
  },
});

const listed = (grants: readonly { feature: string }[]) => grants.map(({ feature }) => feature).join(", ");
