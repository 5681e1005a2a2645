import type { CheckId, SignalId } from "./ids.ts";

/** What lights a signal: any failing one of these checks, or an open risk of one that a person or a scanner brought. */
export type SignalSource = {
  checks: readonly CheckId[];
  /** Narrows it to some rules of a check; risks from elsewhere then say nothing. */
  rules?: readonly `${string}/${string}`[];
  /** A risk counts only if its title names the matter, as its checks are about more than that. */
  risksNaming?: RegExp;
  /** What would show it, as the end of "It takes …". */
  takes: string;
};

export const SIGNAL_SOURCES = {
  "access-unexplained": {
    checks: ["endpoint-inventory", "route-classification"],
    takes: "a list of all endpoints, each with its class and tried by every identity",
  },
  "secrets-exposed": {
    checks: ["secret-storage", "sensitive-prompts"],
    takes: "a clean scan of code, history and client bundle, and of what goes into prompts",
  },
  "single-person-steps": {
    checks: ["environment-runbook"],
    risksNaming: /\b(?:one|single|only|sole|alone)\b/i,
    takes: "runbooks with the people who have done each step",
  },
  "admin-by-url": {
    checks: ["role-boundaries", "subdomain-auth"],
    takes: "each role tried against each endpoint, on every host",
  },
  "token-overreach": {
    checks: ["token-rejection", "session-lifecycle"],
    takes: "forged, expired and foreign tokens that were tried and refused",
  },
  "login-only-looks-right": {
    checks: ["login-flow", "session-lifecycle", "route-classification"],
    takes: "a sign-in by a real browser, and the protected pages tried without it",
  },
  "many-versions-of-site": {
    checks: ["canonical-redirects"],
    rules: ["edge/canonical-origin", "edge/https-redirect"],
    takes: "an audit that follows every way of writing the address",
  },
  "certificate-errors": {
    checks: ["https-everywhere"],
    rules: ["edge/tls-chain", "edge/tls-name", "edge/tls-expiry"],
    takes: "an audit that sees the certificate of every host",
  },
  "mail-fails": {
    checks: ["email-authentication"],
    takes: "an audit that reads the mail records of every domain",
  },
  "key-in-chat": {
    checks: ["secret-locations", "sensitive-prompts"],
    risksNaming:
      /\b(?:chats?|slack|teams|discord|whatsapp|telegram|e-?mail(?:ed)?|tickets?|jira|prompts?|transcripts?)\b/i,
    takes: "the places where keys live, and a look at how they travel",
  },
  "test-credentials-in-production": {
    checks: ["environment-separation"],
    risksNaming: /\b(?:test|sandbox|staging|demo|dev|development)\b/i,
    takes: "the keys of each environment compared, without their values",
  },
  "one-token-opens-all": {
    checks: ["least-privilege-scopes", "environment-separation"],
    risksNaming:
      /\b(?:scopes?|privileges?|permissions?|rights|admin|root|wildcard|shared|same|over-?privileged|full access)\b/i,
    takes: "the rights of each integration beside those that it needs",
  },
  "cost-spike": {
    checks: ["rate-limits"],
    takes: "the limit of each surface that costs money, declared or found",
  },
  "downstream-hang": {
    checks: ["downstream-timeouts"],
    takes: "a drill with a slow provider, or the timeouts of each dependency",
  },
  "private-data-cached": {
    checks: ["cache-safety", "edge-caching"],
    takes: "two identities that asked for the same, and an audit of what the edge keeps",
  },
  "manual-detection": {
    checks: ["uptime-checks", "failure-alerts"],
    takes: "monitors of the key paths, and an alert that reached a person in a drill",
  },
  "unknown-layer": {
    checks: ["error-rates", "request-tracing"],
    takes: "error rates by endpoint and provider, and a request that was followed by its id",
  },
  "bus-factor-one": {
    checks: ["backup-access", "environment-runbook"],
    risksNaming: /\b(?:one|single|only|sole|alone|locked out)\b/i,
    takes: "two owners for each provider, and two people for each runbook",
  },
  "ownership-unclear": {
    checks: ["handover-review"],
    risksNaming: /\b(?:owners?|owned|ownership|responsible|responsibility)\b/i,
    takes: "an owner for each provider and link, and an audit that sees the same providers",
  },
} as const satisfies Record<SignalId, SignalSource>;
