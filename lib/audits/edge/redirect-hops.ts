import { outcome } from "../rule.ts";
import { HOPS_MAX, isLoop, moves } from "./redirect-judge.ts";
import { defineRedirectRule } from "./redirect-rule.ts";

export const redirectHops = defineRedirectRule({
  id: "edge/redirect-hops",
  outcomes: { "too-many": { verdict: "warn", severity: "low" } },
  judge(chain) {
    const count = moves(chain).length;
    if (count <= HOPS_MAX || isLoop(chain)) return null;
    return outcome("too-many", { start: chain.start, count: String(count), most: String(HOPS_MAX) });
  },
});
