import type { CheckId, SignalId } from "./ids.ts";

/** What lights a signal: any failing one of these. `rules` narrows it to some rules of a check. */
export type SignalSource = { checks: readonly CheckId[]; rules?: readonly `${string}/${string}`[] };

export const SIGNAL_SOURCES = {
  "access-unexplained": { checks: ["endpoint-inventory", "route-classification"] },
  "secrets-exposed": { checks: ["secret-storage", "sensitive-prompts"] },
  "single-person-steps": { checks: ["environment-runbook"] },
  "admin-by-url": { checks: ["role-boundaries", "subdomain-auth"] },
  "token-overreach": { checks: ["token-rejection", "session-lifecycle"] },
  "login-only-looks-right": { checks: ["login-flow", "session-lifecycle", "route-classification"] },
  "many-versions-of-site": {
    checks: ["canonical-redirects"],
    rules: ["edge/canonical-origin", "edge/https-redirect"],
  },
  "certificate-errors": {
    checks: ["https-everywhere"],
    rules: ["edge/tls-chain", "edge/tls-name", "edge/tls-expiry"],
  },
  "mail-fails": { checks: ["email-authentication"] },
  "key-in-chat": { checks: ["secret-locations", "sensitive-prompts"] },
  "test-credentials-in-production": { checks: ["environment-separation"] },
  "one-token-opens-all": { checks: ["least-privilege-scopes", "environment-separation"] },
  "cost-spike": { checks: ["rate-limits"] },
  "downstream-hang": { checks: ["downstream-timeouts"] },
  "private-data-cached": { checks: ["cache-safety", "edge-caching"] },
  "manual-detection": { checks: ["uptime-checks", "failure-alerts"] },
  "unknown-layer": { checks: ["error-rates", "request-tracing"] },
  "bus-factor-one": { checks: ["backup-access", "environment-runbook"] },
  "ownership-unclear": { checks: ["handover-review"] },
} as const satisfies Record<SignalId, SignalSource>;
