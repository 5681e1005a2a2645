import type { CspPolicy } from "../parse/csp.ts";
import {
  allowsAnyBase,
  allowsAnyObject,
  allowsEval,
  allowsInlineScript,
  allowsScriptFromAnywhere,
  headerPolicies,
  metaPolicies,
  restrictsScripts,
} from "../parse/csp.ts";
import { outcome } from "../rule.ts";
import { headerEvidence } from "./header-evidence.ts";
import { definePageRule } from "./page-rule.ts";

/** Worst first. A hole is open only when every enforced policy leaves it open. */
const HOLES = [
  {
    code: "no-script-policy",
    what: "scripts are not restricted",
    isOpen: (policy: CspPolicy) => !restrictsScripts(policy),
  },
  { code: "unsafe-inline", what: "inline scripts run", isOpen: allowsInlineScript },
  { code: "any-script-source", what: "scripts load from anywhere", isOpen: allowsScriptFromAnywhere },
  { code: "unsafe-eval", what: "eval() runs", isOpen: allowsEval },
  { code: "any-object", what: "plugins load from anywhere", isOpen: allowsAnyObject },
  { code: "any-base", what: "an injected <base> redirects relative addresses", isOpen: allowsAnyBase },
] as const;

export const csp = definePageRule({
  id: "edge/csp",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "any-base": { verdict: "warn", severity: "low" },
    "any-object": { verdict: "warn", severity: "low" },
    "unsafe-eval": { verdict: "warn", severity: "low" },
    "report-only": { verdict: "warn", severity: "medium" },
    "unsafe-inline": { verdict: "fail", severity: "medium" },
    "any-script-source": { verdict: "fail", severity: "medium" },
    "no-script-policy": { verdict: "fail", severity: "medium" },
    missing: { verdict: "fail", severity: "medium" },
  },
  judge({ response: { headers }, document }) {
    const meta = document?.metaCsp ?? [];
    const fromMeta = meta.map((value) => ({ label: "<meta> content-security-policy", value }));
    const policies = [...headerPolicies(headers), ...metaPolicies(meta)];
    if (policies.length === 0) {
      const reportOnly = "content-security-policy-report-only";
      const isTried = headerPolicies(headers, reportOnly).length > 0;
      const evidence = headerEvidence(headers, isTried ? reportOnly : "content-security-policy");
      return outcome(isTried ? "report-only" : "missing", {}, evidence);
    }

    const policyEvidence = [...headerEvidence(headers, "content-security-policy"), ...fromMeta].filter(
      ({ value }) => fromMeta.length === 0 || value !== "not sent",
    );
    const open = HOLES.filter((hole) => policies.every(hole.isOpen));
    const [worst] = open;
    if (!worst) return outcome("ok", {}, policyEvidence);
    return outcome(worst.code, {}, [...policyEvidence, ...open.map(({ what }) => ({ label: "gap", value: what }))]);
  },
});
