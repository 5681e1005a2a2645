import type { PartValue } from "../observation.ts";
import { curlLine } from "../parse/curl-line.ts";
import { defineRule, outcome } from "../rule.ts";

type Trial = PartValue<"cors">["trials"][number];

/** Browsers compare both values byte for byte. */
const isLetIn = (trial: Trial) => trial.allowOrigin === trial.origin;
const isTrusted = (trial: Trial) => isLetIn(trial) && trial.allowCredentials === "true";
const isOf = (trial: Trial, ...kinds: readonly Trial["kind"][]) => kinds.includes(trial.kind);

/** An answer that differs by origin must say so, or a cache hands one site's answer to another (Fetch §3.3.5). */
function hidesOrigin({ vary }: Trial): boolean {
  const names = (vary ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  return !names.includes("origin") && !names.includes("*");
}

/** Worst first: who gets in with the visitor's credentials, who without, then what only shows confusion. */
const HOLES = [
  { code: "reflects-with-credentials", has: (trial: Trial) => isOf(trial, "foreign") && isTrusted(trial) },
  { code: "null-origin", has: (trial: Trial) => isOf(trial, "null") && isTrusted(trial) },
  { code: "look-alike", has: (trial: Trial) => isOf(trial, "prefix", "suffix") && isTrusted(trial) },
  { code: "plain-http-origin", has: (trial: Trial) => isOf(trial, "http") && isTrusted(trial) },
  { code: "any-subdomain", has: (trial: Trial) => isOf(trial, "subdomain") && isTrusted(trial) },
  { code: "reflects", has: (trial: Trial) => !isOf(trial, "http", "subdomain") && isLetIn(trial) },
  {
    code: "wildcard-credentials",
    has: (trial: Trial) => trial.allowOrigin === "*" && trial.allowCredentials === "true",
  },
  { code: "several-values", has: (trial: Trial) => trial.allowOrigin?.includes(",") === true },
  { code: "vary-missing", has: (trial: Trial) => isLetIn(trial) && hidesOrigin(trial) },
] as const;

export const cors = defineRule({
  id: "edge/cors",
  check: "https-everywhere",
  profiles: ["page", "api"],
  needs: ["cors"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    public: { verdict: "pass", severity: "info" },
    "vary-missing": { verdict: "warn", severity: "low" },
    "several-values": { verdict: "warn", severity: "low" },
    "wildcard-credentials": { verdict: "warn", severity: "low" },
    reflects: { verdict: "warn", severity: "low" },
    "any-subdomain": { verdict: "warn", severity: "medium" },
    "plain-http-origin": { verdict: "fail", severity: "medium" },
    "look-alike": { verdict: "fail", severity: "high" },
    "null-origin": { verdict: "fail", severity: "critical" },
    "reflects-with-credentials": { verdict: "fail", severity: "critical" },
    "not-tried": { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ cors: { trials } }) {
    const evidence = trials.map((trial) => ({
      label: `origin: ${trial.origin}`,
      value: [
        `allow-origin: ${trial.allowOrigin ?? "not sent"}`,
        `allow-credentials: ${trial.allowCredentials ?? "not sent"}`,
        `vary: ${trial.vary ?? "not sent"}`,
      ].join("; "),
    }));
    if (trials.length === 0) return outcome("not-tried");
    for (const { code, has } of HOLES) {
      const trial = trials.find(has);
      if (trial) return outcome(code, { origin: trial.origin, value: trial.allowOrigin ?? "" }, evidence);
    }
    const facts = { count: String(trials.length) };
    return outcome(trials.some((trial) => trial.allowOrigin === "*") ? "public" : "ok", facts, evidence);
  },
  reproduce: ({ url }) => curlLine("-sS -D - -o /dev/null -H 'Origin: https://launch-ready-audit.example'", url),
});
