import { defineRule, outcome } from "../rule.ts";
import { findBotRule } from "./edge-proofs.ts";
import { EDGE } from "./edge-rule.ts";

/** A rule that only meets bad bots cannot be seen by a polite one, so its absence is never a fault. */
export const botRule = defineRule({
  ...EDGE,
  id: "edge/bot-rule",
  profiles: ["page", "api"],
  outcomes: {
    observed: { verdict: "pass", severity: "info" },
    "not-observed": { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ edge }) {
    const sign = findBotRule(edge.front.headers);
    const cookies = edge.front.headers.flatMap(([name, value]) => (name === "set-cookie" ? [value] : []));
    const evidence = [
      { label: "sign", value: sign ?? "none" },
      { label: "cookies", value: cookies.join(", ") || "none" },
    ];
    return sign ? outcome("observed", { sign }, evidence) : outcome("not-observed", {}, evidence);
  },
});
