import { testOutcomes } from "../testing/test-outcomes.ts";
import { browserCsp } from "./browser-csp.ts";

const violation = { directive: "script-src-elem", kind: "kInlineViolation", url: null, isReportOnly: false };

testOutcomes(browserCsp, [
  ["ok", "pass", "nothing was refused", {}],
  ["broken", "warn", "an inline script was refused", { browser: { cspViolations: [violation] } }],
  [
    "report-only",
    "pass",
    "it would be refused by a policy that only reports",
    { browser: { cspViolations: [{ ...violation, isReportOnly: true }] } },
  ],
  ["elsewhere", "not_applicable", "the visit ended elsewhere", { browser: { url: "https://example.net/" } }],
]);
