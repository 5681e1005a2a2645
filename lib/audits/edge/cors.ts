import type { PartValue } from "../observation.ts";
import { curlLine } from "../parse/curl-line.ts";
import { defineRule, outcome } from "../rule.ts";

type Trial = PartValue<"cors">["trials"][number];

/** Browsers compare both values byte for byte. */
const isLetIn = (trial: Trial) => trial.allowOrigin === trial.origin;
const isTrusted = (trial: Trial) => isLetIn(trial) && trial.allowCredentials === "true";

/** Worst first: who gets in with the visitor's credentials. */
const HOLES = [
  { code: "reflects-with-credentials", has: (trial: Trial) => trial.kind === "foreign" && isTrusted(trial) },
  { code: "look-alike", has: (trial: Trial) => /^(?:prefix|suffix)$/.test(trial.kind) && isTrusted(trial) },
  { code: "null-origin", has: (trial: Trial) => trial.kind === "null" && isTrusted(trial) },
  { code: "plain-http-origin", has: (trial: Trial) => trial.kind === "http" && isTrusted(trial) },
  { code: "reflects", has: (trial: Trial) => trial.kind !== "http" && isLetIn(trial) },
] as const;

export const cors = defineRule({
  id: "edge/cors",
  check: "https-everywhere",
  needs: ["cors"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    public: { verdict: "pass", severity: "info" },
    reflects: { verdict: "warn", severity: "low" },
    "plain-http-origin": { verdict: "fail", severity: "medium" },
    "null-origin": { verdict: "fail", severity: "high" },
    "look-alike": { verdict: "fail", severity: "high" },
    "reflects-with-credentials": { verdict: "fail", severity: "critical" },
    "not-tried": { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ cors: { trials } }) {
    const evidence = trials.map((trial) => ({
      label: `origin: ${trial.origin}`,
      value: `allow-origin: ${trial.allowOrigin ?? "not sent"}; allow-credentials: ${trial.allowCredentials ?? "not sent"}`,
    }));
    if (trials.length === 0) return outcome("not-tried");
    for (const { code, has } of HOLES) {
      const trial = trials.find(has);
      if (trial) return outcome(code, { origin: trial.origin }, evidence);
    }
    return outcome(trials.some((trial) => trial.allowOrigin === "*") ? "public" : "ok", {}, evidence);
  },
  reproduce: ({ url }) => curlLine("-sS -D - -o /dev/null -H 'Origin: https://launch-ready-audit.example'", url),
});
