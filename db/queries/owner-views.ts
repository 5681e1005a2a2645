import type { Comparison, Observed } from "#lib/roadmap/records/observed-match.ts";
import type { WayIn } from "#lib/roadmap/records/owners.ts";
import type { LinkKind, Owner, ProviderKind } from "#lib/roadmap/records/types.ts";
import type { PersonView } from "./views.ts";

export type LinkState = "reachable" | "broken" | "unreachable" | "not_checked";
export type LinkCheckView = { state: LinkState; status: number | null; reason: string; at: string };

/** `hasLeft`: was a member, and is none any more. */
export type OwnerView = Owner & { hasLeft: boolean };

export type ProviderView = {
  provider: string;
  consoleUrl: string | null;
  consoleCheck: LinkCheckView | null;
  owners: OwnerView[];
  breakGlass: string;
  testedAt: string | null;
  testedBy: string | null;
  updatedAt: string;
};

/** One of the seven kinds, written down or not. */
export type ProviderRowView = {
  kind: ProviderKind;
  /** The product does not come back without it. */
  isCritical: boolean;
  declared: ProviderView | null;
  /** What audits saw; empty where nothing of the kind shows from outside, or nothing was recognised. */
  observed: Observed[];
  comparison: Comparison["state"];
  wayIn: WayIn;
  /** What is still to be done about it, each as a few words. */
  missing: string[];
};

export type HandoverLinkView = {
  id: string;
  kind: LinkKind;
  title: string;
  url: string;
  owner: PersonView | null;
  check: LinkCheckView | null;
};

export type OwnersView = {
  rows: ProviderRowView[];
  links: HandoverLinkView[];
  /** Kinds of links that those who take over will ask for, and of which there is none. */
  missingLinks: LinkKind[];
  /** A check that waits or is under way, and how far it is; `onlyDue`: of new and old links alone. */
  checking: { onlyDue: boolean; done: number; total: number } | null;
};
