import { policyTexts } from "../parse/csp.ts";
import { CSP_SYNTAX_CODES, cspSyntaxFaults } from "../parse/csp-syntax.ts";
import { outcome } from "../rule.ts";
import { headerEvidence } from "./header-evidence.ts";
import { definePageRule, isHttps } from "./page-rule.ts";

const NAME = "content-security-policy";

/** Whether the policy says what it was meant to say; what it lets through is judged by `edge/csp`. */
export const cspQuality = definePageRule({
  id: "edge/csp-quality",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "deprecated-directive": { verdict: "warn", severity: "low" },
    "ip-source": { verdict: "warn", severity: "low" },
    "plain-http-source": { verdict: "warn", severity: "low" },
    "header-only": { verdict: "warn", severity: "low" },
    "invalid-source": { verdict: "warn", severity: "low" },
    "unquoted-keyword": { verdict: "warn", severity: "low" },
    "unknown-directive": { verdict: "warn", severity: "low" },
    "duplicate-directive": { verdict: "warn", severity: "low" },
    "not-ascii": { verdict: "warn", severity: "medium" },
    "missing-semicolon": { verdict: "warn", severity: "medium" },
    "no-policy": { verdict: "not_applicable", severity: "info" },
  },
  judge({ response: { headers, url }, document }) {
    const meta = document?.metaCsp ?? [];
    const sent = policyTexts(headers).filter((text) => text.trim() !== "");
    if (sent.length + meta.length === 0) return outcome("no-policy", {}, headerEvidence(headers, NAME));

    const faults = [
      ...sent.flatMap((text) => cspSyntaxFaults(text)),
      ...meta.flatMap((text) => cspSyntaxFaults(text, "meta")),
    ].filter(({ code }) => code !== "plain-http-source" || isHttps(url));
    const evidence = [
      ...(sent.length > 0 ? headerEvidence(headers, NAME) : []),
      ...meta.map((value) => ({ label: `<meta> ${NAME}`, value })),
      ...faults.map(({ code, directive, value }) => ({ label: code, value: `${directive} ${value}`.trim() })),
    ];
    const [worst] = CSP_SYNTAX_CODES.flatMap((code) => faults.filter((fault) => fault.code === code));
    return outcome(worst?.code ?? "ok", { directive: worst?.directive ?? "", value: worst?.value ?? "" }, evidence);
  },
});
