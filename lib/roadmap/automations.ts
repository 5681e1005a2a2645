import type { AutomationId } from "./ids.ts";
import { listAll } from "./list-all.ts";
import type { Automation } from "./types.ts";

/** What keeps being checked after the launch: from the command line, on a schedule and in the app. */
export const AUTOMATIONS: readonly Automation[] = listAll<AutomationId>()([
  {
    id: "secret-scan",
    title: "Secret scan in CI",
    summary: "One step that looks through each change for keys, reports as SARIF and lets known cases lapse by date.",
  },
  {
    id: "deploy-smoke",
    title: "Smoke test after each deploy",
    summary: "Login, health and one protected route, with and without a token, in under a minute; kept per deployment.",
  },
  {
    id: "dns-verify",
    title: "DNS verification",
    summary: "Compares the records of all hosts with what they should be, and says what changed since last time.",
  },
  {
    id: "headers-check",
    title: "Security header check",
    summary: "Reads TLS, redirects, cookies and security headers of each host and judges them value by value.",
  },
  {
    id: "rate-limit-test",
    title: "Rate limit test",
    summary: "Finds the limit of a surface within a declared budget of requests and stops at the first refusal.",
  },
  {
    id: "uptime",
    title: "Uptime from two regions",
    summary: "Watches the key paths from at least two places, so that one blind watcher is not taken for an outage.",
  },
  {
    id: "ai-evals",
    title: "Evaluations of the assistant",
    summary:
      "Tries injected instructions, prompt leaks, misuse of tools and hand-off to people, repeated and graded by planted values.",
  },
] as const satisfies readonly Automation[]);
