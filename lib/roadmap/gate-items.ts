import type { GateId } from "./ids.ts";
import { listAll } from "./list-all.ts";
import type { GateItem } from "./types.ts";

/** The minimum bar: all of these must hold before a launch. */
export const GATE_ITEMS: readonly GateItem[] = listAll<GateId>()([
  {
    id: "auth-enforced",
    title: "Authentication enforced",
    holdsWhen:
      "Every endpoint that is not declared public refused missing and forged credentials within the last seven days.",
    checks: ["endpoint-inventory", "route-classification", "token-rejection"],
  },
  {
    id: "authorization",
    title: "Authorization by role",
    holdsWhen:
      "Every role got exactly what is declared for it, on every host, and no account reached another's records.",
    checks: ["role-boundaries", "subdomain-auth"],
  },
  {
    id: "secrets-outside-code",
    title: "Secrets outside the code",
    holdsWhen:
      "No secret is left in tree, history or bundle, all places are known, and every exposed key was replaced.",
    checks: ["secret-storage", "secret-rotation", "secret-locations"],
  },
  {
    id: "external-apis-guarded",
    title: "External calls guarded",
    holdsWhen: "Each surface that costs money has a known limit, and bad input is refused before any work is done.",
    checks: ["rate-limits", "payload-validation"],
  },
  {
    id: "edge-protection",
    title: "Edge protection active",
    holdsWhen: "A protective edge is proven in front of each known host, and the origin cannot be reached around it.",
    checks: ["ddos-bot-protection"],
    everyHost: true,
  },
  {
    id: "https-everywhere",
    title: "HTTPS everywhere",
    holdsWhen: "Each known host passes the TLS and header rules, and all addresses lead to one.",
    checks: ["https-everywhere", "canonical-redirects"],
    everyHost: true,
  },
  {
    id: "dns-correct",
    title: "DNS right for app and mail",
    holdsWhen: "No DNS or mail rule fails for any known host, and each known host is audited.",
    checks: ["dns-status", "dns-target", "email-authentication"],
    everyHost: true,
  },
  {
    id: "alerts-first",
    title: "Alerts come first",
    holdsWhen: "The key paths are watched, and a drill showed that an alert reaches a person before users do.",
    checks: ["uptime-checks", "failure-alerts"],
  },
  {
    id: "safe-logging",
    title: "Logs are safe",
    holdsWhen: "A drill with planted values found no token, prompt or personal data in the logs.",
    checks: ["log-masking"],
  },
] as const satisfies readonly GateItem[]);
