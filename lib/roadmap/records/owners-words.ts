import type { LinkKind, ProviderKind } from "./types.ts";

export const PROVIDER_KIND_NAMES: Readonly<Record<ProviderKind, string>> = {
  registrar: "Registrar",
  dns: "DNS",
  hosting: "Hosting",
  email: "E-mail",
  repository: "Repository",
  monitoring: "Monitoring",
  secrets: "Secrets",
};

export const LINK_KIND_NAMES: Readonly<Record<LinkKind, string>> = {
  domain: "Domain",
  dashboard: "Dashboard",
  logs: "Logs",
  secrets: "Secrets",
  deploy: "Deploy",
  other: "Other",
};

/** Without these, nobody gets the product back on its feet; the others only make it easier. */
export const CRITICAL_KINDS = ["registrar", "dns", "hosting", "email", "repository"] as const satisfies ProviderKind[];

/** Those who take over ask for each of these in their first week. */
export const NEEDED_LINKS = ["domain", "dashboard", "logs", "secrets", "deploy"] as const satisfies LinkKind[];

export const OWNERS_MIN = 2;
export const OWNERS_MAX = 4;
