import type { ProviderKind } from "#lib/roadmap/records/types.ts";

/** What each kind is, for those who have never had to know. */
export const KIND_HINTS: Readonly<Record<ProviderKind, { what: string; example: string }>> = {
  registrar: { what: "Where the domain was bought and is renewed.", example: "Gandi" },
  dns: { what: "Who answers where the domain leads.", example: "Cloudflare" },
  hosting: { what: "Where the product runs.", example: "Fly.io" },
  email: { what: "Who takes the mail of the domain.", example: "Google Workspace" },
  repository: { what: "Where the code is.", example: "GitHub" },
  monitoring: { what: "Who calls when it is down.", example: "Better Stack" },
  secrets: { what: "Where passwords, keys and recovery codes are kept.", example: "1Password" },
};
