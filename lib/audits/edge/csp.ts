import { type CspPolicy, headerPolicies, metaPolicies } from "../parse/csp.ts";
import { enforce } from "../parse/csp-permits.ts";
import { outcome } from "../rule.ts";
import { openHoles } from "./csp-holes.ts";
import { headerEvidence } from "./header-evidence.ts";
import { definePageRule } from "./page-rule.ts";

const NAME = "content-security-policy";
const REPORT_ONLY = "content-security-policy-report-only";

/** Of interest beside the verdict, which they do not change. */
const NOTES: readonly { note: string; holds(policies: readonly CspPolicy[]): boolean }[] = [
  {
    note: "form-action is not set, so an injected form may send its data anywhere",
    holds: (policies) => !policies.some((policy) => policy.has("form-action")),
  },
  {
    note: "Trusted Types are required, so injected strings do not reach scripts by way of the DOM",
    holds: (policies) =>
      policies.some((policy) => policy.get("require-trusted-types-for")?.some((sink) => /^'script'$/i.test(sink))),
  },
];

export const csp = definePageRule({
  id: "edge/csp",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "strict-dynamic-alone": { verdict: "warn", severity: "low" },
    "any-base": { verdict: "warn", severity: "low" },
    "any-object": { verdict: "warn", severity: "low" },
    "http-script-source": { verdict: "warn", severity: "low" },
    "short-nonce": { verdict: "warn", severity: "low" },
    "unsafe-hashes": { verdict: "warn", severity: "low" },
    "unsafe-eval": { verdict: "warn", severity: "low" },
    "bypass-host": { verdict: "warn", severity: "medium" },
    "report-only": { verdict: "warn", severity: "medium" },
    "open-suffix": { verdict: "fail", severity: "medium" },
    "data-scripts": { verdict: "fail", severity: "medium" },
    "unsafe-inline": { verdict: "fail", severity: "medium" },
    "any-script-source": { verdict: "fail", severity: "medium" },
    "no-script-policy": { verdict: "fail", severity: "medium" },
    missing: { verdict: "fail", severity: "medium" },
  },
  judge({ response: { headers, url }, document }) {
    const meta = document?.metaCsp ?? [];
    const policies = [...headerPolicies(headers), ...metaPolicies(meta)];
    if (policies.length === 0) {
      const isTried = headerPolicies(headers, REPORT_ONLY).length > 0;
      return outcome(isTried ? "report-only" : "missing", {}, headerEvidence(headers, isTried ? REPORT_ONLY : NAME));
    }

    const fromMeta = meta.map((value) => ({ label: `<meta> ${NAME}`, value }));
    const fromHeaders = headerEvidence(headers, NAME).filter(({ value }) => meta.length === 0 || value !== "not sent");
    const open = openHoles(enforce(policies, new URL(url)));
    const gaps = open.map(({ what, source }) => ({ label: "gap", value: source === "" ? what : `${what}: ${source}` }));
    const [worst] = open;
    const notes = NOTES.filter(({ holds }) => holds(policies)).map(({ note }) => ({ label: "note", value: note }));
    return outcome(worst?.code ?? "ok", { source: worst?.source ?? "" }, [
      ...fromHeaders,
      ...fromMeta,
      ...gaps,
      ...notes,
    ]);
  },
});
