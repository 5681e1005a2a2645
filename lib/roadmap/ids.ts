/** The fixed ids of the roadmap. API, CLI and database use them; titles and texts live beside them as data. */

export const STAGE_IDS = ["audit", "access", "edge", "secrets", "resilience", "monitoring", "handover"] as const;
export type StageId = (typeof STAGE_IDS)[number];

export const CHECK_IDS = [
  "endpoint-inventory",
  "route-classification",
  "secret-locations",
  "sensitive-prompts",
  "dns-status",
  "login-flow",
  "session-lifecycle",
  "role-boundaries",
  "token-rejection",
  "subdomain-auth",
  "dns-target",
  "canonical-redirects",
  "https-everywhere",
  "edge-caching",
  "ddos-bot-protection",
  "email-authentication",
  "secret-storage",
  "environment-separation",
  "secret-rotation",
  "log-masking",
  "least-privilege-scopes",
  "rate-limits",
  "payload-validation",
  "downstream-timeouts",
  "cache-safety",
  "latency-p95",
  "uptime-checks",
  "error-rates",
  "failure-alerts",
  "request-tracing",
  "legacy-redirects",
  "certificate-renewal",
  "environment-runbook",
  "backup-access",
  "handover-review",
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

export const DELIVERABLE_IDS = [
  "risk-register",
  "decision-list",
  "auth-flow-map",
  "authorization-fixed",
  "domain-setup",
  "email-setup",
  "env-inventory",
  "rotation-checklist",
  "throttling-settings",
  "cache-list",
  "monitoring-dashboard",
  "incident-template",
  "handover-pack",
] as const;
export type DeliverableId = (typeof DELIVERABLE_IDS)[number];

export const SIGNAL_IDS = [
  "access-unexplained",
  "secrets-exposed",
  "single-person-steps",
  "admin-by-url",
  "token-overreach",
  "login-only-looks-right",
  "many-versions-of-site",
  "certificate-errors",
  "mail-fails",
  "key-in-chat",
  "test-credentials-in-production",
  "one-token-opens-all",
  "cost-spike",
  "downstream-hang",
  "private-data-cached",
  "manual-detection",
  "unknown-layer",
  "bus-factor-one",
  "ownership-unclear",
] as const;
export type SignalId = (typeof SIGNAL_IDS)[number];

export const GATE_IDS = [
  "auth-enforced",
  "authorization",
  "secrets-outside-code",
  "external-apis-guarded",
  "edge-protection",
  "https-everywhere",
  "dns-correct",
  "alerts-first",
  "safe-logging",
] as const;
export type GateId = (typeof GATE_IDS)[number];

export const AUTOMATION_IDS = [
  "secret-scan",
  "deploy-smoke",
  "dns-verify",
  "headers-check",
  "rate-limit-test",
  "uptime",
  "ai-evals",
] as const;
export type AutomationId = (typeof AUTOMATION_IDS)[number];

export const SEVERITIES = ["critical", "high", "medium", "low", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];
