import { outcome } from "../rule.ts";
import { temporaryMove } from "./redirect-judge.ts";
import { defineRedirectRule } from "./redirect-rule.ts";

export const redirectPermanence = defineRedirectRule({
  id: "edge/redirect-permanence",
  outcomes: { temporary: { verdict: "warn", severity: "low" } },
  judge(chain) {
    const move = temporaryMove(chain);
    if (!move) return null;
    return outcome("temporary", { from: move.from.href, to: move.to.href, status: String(move.status) });
  },
});
