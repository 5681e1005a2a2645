import { CRITICAL_KINDS, NEEDED_LINKS } from "../records/owners-words.ts";
import type { LinkFact, Owner, ProviderFact, ProviderKind, Records } from "../records/types.ts";
import { daysAgo } from "./samples.ts";

export const MEMBERS = ["ana", "ben"];

export function sampleOwner(userId: string): Owner {
  return { userId, name: userId, contact: "" };
}

/** A row that nothing is missing from. */
export function sampleProvider(kind: ProviderKind, changes: Partial<ProviderFact> = {}): ProviderFact {
  return {
    kind,
    provider: "Example Hosting",
    consoleUrl: `https://${kind}.example/`,
    console: { state: "reachable", at: daysAgo(2) },
    owners: MEMBERS.map(sampleOwner),
    breakGlass: "The recovery codes are in the safe.",
    testedAt: daysAgo(10),
    testedBy: "ana",
    ...changes,
  };
}

export function sampleLink(kind: LinkFact["kind"], changes: Partial<LinkFact> = {}): LinkFact {
  return {
    kind,
    title: `The ${kind}`,
    url: `https://${kind}.example/`,
    owner: "ana",
    check: { state: "reachable", at: daysAgo(3) },
    ...changes,
  };
}

/** Everything that both checks ask for. */
export function completeRecords(changes: Partial<Records> = {}): Records {
  return {
    providers: CRITICAL_KINDS.map((kind) => sampleProvider(kind)),
    links: NEEDED_LINKS.map((kind) => sampleLink(kind)),
    runbooks: [
      {
        id: "deploy",
        kind: "deploy",
        platform: "other",
        title: "Deploying",
        steps: [{ id: "1", text: "Push to main.", command: "" }],
        updatedAt: daysAgo(5),
        rehearsals: [],
      },
    ],
    memberIds: MEMBERS,
    observed: [],
    ...changes,
  };
}
