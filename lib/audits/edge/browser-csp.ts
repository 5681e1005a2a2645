import { defineRule, outcome } from "../rule.ts";
import { browserLine } from "./browser-line.ts";
import { isUnder } from "./page-rule.ts";

/** Whether the page works under its own policy: what a browser refuses to run or load is broken for everybody. */
export const browserCsp = defineRule({
  id: "edge/browser-csp",
  check: "https-everywhere",
  profiles: ["page"],
  needs: ["browser"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "report-only": { verdict: "pass", severity: "info" },
    broken: { verdict: "warn", severity: "low" },
    elsewhere: { verdict: "not_applicable", severity: "info" },
  },
  evaluate({ target, browser }) {
    const { url, cspViolations, product } = browser;
    if (!isUnder(url, target.domain)) return outcome("elsewhere", { url });
    const enforced = cspViolations.filter(({ isReportOnly }) => !isReportOnly);
    const shown = enforced.length > 0 ? enforced : cspViolations;
    const evidence = shown.map((one) => ({ label: one.directive, value: one.url ?? WORDS[one.kind] ?? one.kind }));
    const facts = { product, count: String(shown.length), directive: shown[0]?.directive ?? "" };
    if (enforced.length > 0) return outcome("broken", facts, evidence);
    return outcome(cspViolations.length > 0 ? "report-only" : "ok", facts, evidence);
  },
  reproduce: browserLine,
});

const WORDS: Readonly<Record<string, string>> = {
  kInlineViolation: "inline script or style",
  kEvalViolation: "eval",
  kWasmEvalViolation: "WebAssembly compiled from bytes",
  kTrustedTypesSinkViolation: "a string where a trusted type is needed",
  kTrustedTypesPolicyViolation: "a trusted-types policy that is not listed",
};
