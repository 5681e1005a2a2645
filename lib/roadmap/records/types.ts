/** What the team writes down for those who will run the product: who owns what, and how things are done. */

export const PROVIDER_KINDS = ["registrar", "dns", "hosting", "email", "repository", "monitoring", "secrets"] as const;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

export const RUNBOOK_KINDS = ["deploy", "roll_back", "change_variable", "restore", "rotate"] as const;
export type RunbookKind = (typeof RUNBOOK_KINDS)[number];

export const PLATFORMS = [
  "vercel",
  "netlify",
  "cloudflare",
  "fly",
  "render",
  "railway",
  "heroku",
  "aws",
  "google_cloud",
  "azure",
  "kubernetes",
  "docker",
  "other",
] as const;
export type Platform = (typeof PLATFORMS)[number];

export const LINK_KINDS = ["domain", "dashboard", "logs", "secrets", "deploy", "other"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** A member, or somebody outside whom the team can reach. */
export type Owner = { userId: string | null; name: string; contact: string };

/** `id` names the text: a step that reads differently is another step, which nobody has done yet. */
export type RunbookStep = { id: string; text: string; command: string };

/** The state of a link, as the last check of it left it. */
type LinkState = "reachable" | "broken" | "unreachable" | "not_checked";

export type ProviderFact = {
  kind: ProviderKind;
  provider: string;
  consoleUrl: string | null;
  console: { state: LinkState; at: string } | null;
  owners: Owner[];
  breakGlass: string;
  /** ISO 8601 of the last test of the other way in. */
  testedAt: string | null;
  testedBy: string | null;
};

export type RunbookFact = {
  id: string;
  kind: RunbookKind;
  platform: Platform;
  title: string;
  steps: RunbookStep[];
  updatedAt: string;
  /** Newest first. */
  rehearsals: { person: string; isDryRun: boolean; stepIds: string[]; doneAt: string }[];
};

export type LinkFact = {
  kind: LinkKind;
  title: string;
  url: string;
  owner: string | null;
  check: { state: LinkState; at: string } | null;
};

/** All that the team has written down, and what the audits saw of it. */
export type Records = {
  providers: ProviderFact[];
  runbooks: RunbookFact[];
  links: LinkFact[];
  /** Ids of those who are members now; an owner who has left is none. */
  memberIds: string[];
  /** Providers that the audits recognised by NS, MX and addresses. */
  observed: { kind: ProviderKind; provider: string; evidence: string; observedAt: string }[];
};

export const NO_RECORDS: Records = { providers: [], runbooks: [], links: [], memberIds: [], observed: [] };
