import type { HeaderLines } from "../parse/headers.ts";
import { headerValues } from "../parse/headers.ts";
import { outcome } from "../rule.ts";
import { definePageRule } from "./page-rule.ts";

/** Worst first: what did harm while browsers heeded it, then what they dropped. */
const KINDS = [
  { code: "pinning", names: ["public-key-pins", "public-key-pins-report-only"] },
  { code: "xss-filter", names: ["x-xss-protection"] },
  { code: "dropped", names: ["expect-ct", "x-content-security-policy", "x-webkit-csp"] },
] as const;

export const deprecatedHeaders = definePageRule({
  id: "edge/deprecated-headers",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    dropped: { verdict: "warn", severity: "info" },
    "xss-filter": { verdict: "warn", severity: "low" },
    pinning: { verdict: "warn", severity: "low" },
  },
  judge({ response: { headers } }) {
    const found = KINDS.flatMap(({ code, names }) => {
      return names.flatMap((name) => linesOf(headers, name).map((value) => ({ code, name, value })));
    });
    const evidence = found.map(({ name, value }) => ({ label: name, value }));
    const [worst] = found;
    return worst ? outcome(worst.code, { name: worst.name, value: worst.value }, evidence) : outcome("ok");
  },
});

/** `X-XSS-Protection: 0` switches the old filter off, which is what one wants of it. */
function linesOf(headers: HeaderLines, name: string): string[] {
  const values = headerValues(headers, name);
  return name === "x-xss-protection" ? values.filter((value) => !/^\s*0\s*(?:;|$)/.test(value)) : values;
}
