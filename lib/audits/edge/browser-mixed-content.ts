import { defineRule, outcome } from "../rule.ts";
import { browserLine } from "./browser-line.ts";
import { isHttps, isUnder } from "./page-rule.ts";

const WORST_FIRST = ["blocked", "warning", "upgraded"] as const;

/** What a real browser did with plain addresses, those that only scripts ask for among them. */
export const browserMixedContent = defineRule({
  id: "edge/browser-mixed-content",
  check: "https-everywhere",
  profiles: ["page"],
  needs: ["browser"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    unsettled: { verdict: "pass", severity: "info" },
    upgraded: { verdict: "warn", severity: "low" },
    warning: { verdict: "warn", severity: "medium" },
    blocked: { verdict: "fail", severity: "medium" },
    "over-http": { verdict: "not_applicable", severity: "info" },
    elsewhere: { verdict: "not_applicable", severity: "info" },
  },
  evaluate({ target, browser }) {
    const { url, mixed, product, isSettled } = browser;
    if (!isUnder(url, target.domain)) return outcome("elsewhere", { url });
    if (!isHttps(url)) return outcome("over-http", { url });
    const code = WORST_FIRST.find((wanted) => mixed.some(({ resolution }) => resolution === wanted));
    if (!code) return outcome(isSettled ? "ok" : "unsettled", { product });
    const sorted = WORST_FIRST.flatMap((wanted) => mixed.filter(({ resolution }) => resolution === wanted));
    const evidence = sorted.map((one) => ({
      label: `${one.resolution}: ${one.resource || "request"}`,
      value: one.url,
    }));
    const count = mixed.filter(({ resolution }) => resolution === code).length;
    return outcome(code, { product, count: String(count), url: sorted[0]?.url ?? "" }, evidence);
  },
  reproduce: browserLine,
});
