import { outcome } from "../rule.ts";
import { lostOnTheWay } from "./redirect-judge.ts";
import { defineRedirectRule } from "./redirect-rule.ts";

export const redirectPath = defineRedirectRule({
  id: "edge/redirect-path",
  outcomes: {
    "query-lost": { verdict: "warn", severity: "low" },
    "path-lost": { verdict: "warn", severity: "medium" },
  },
  judge(chain) {
    const lost = lostOnTheWay(chain);
    if (!lost) return null;
    return outcome(`${lost.what}-lost`, { start: chain.start, from: lost.hop.from.href, to: lost.hop.to.href });
  },
});
