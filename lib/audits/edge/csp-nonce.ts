import { curlLine } from "../parse/curl-line.ts";
import { defineRule, outcome } from "../rule.ts";

/** A nonce lets scripts in by being unguessable: one that comes twice can be read once and used (CSP3 §7.1). */
export const cspNonce = defineRule({
  id: "edge/csp-nonce",
  check: "https-everywhere",
  needs: ["assets"],
  profiles: ["page"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    reused: { verdict: "fail", severity: "medium" },
    "no-nonce": { verdict: "not_applicable", severity: "info" },
    "seen-once": { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ assets: { page } }) {
    const { first, second } = page.nonces;
    if (first.length === 0) return outcome("no-nonce");
    const evidence = [
      { label: "nonces of the first answer", value: first.join(" ") },
      { label: "nonces of the second answer", value: page.second ? second.join(" ") : "no answer came" },
    ];
    if (!page.second) return outcome("seen-once", {}, evidence);
    return outcome(first.some((nonce) => second.includes(nonce)) ? "reused" : "ok", {}, evidence);
  },
  reproduce: ({ url }) => {
    const headers = curlLine("-sSL -D - -o /dev/null", url);
    return `${headers}; ${headers}`;
  },
});
