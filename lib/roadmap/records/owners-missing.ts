import { compareProvider } from "./observed-match.ts";
import { currentOwners, hasLeft, wayIn } from "./owners.ts";
import { OWNERS_MIN } from "./owners-words.ts";
import type { ProviderFact, Records } from "./types.ts";

/** What is still to be done about a row, each as a few words, in the order in which one does it. */
export function missingOf(
  row: ProviderFact,
  { memberIds, observed }: Pick<Records, "memberIds" | "observed">,
  now: Date,
): string[] {
  const owners = currentOwners(row.owners, memberIds).length;
  const left = row.owners.filter((owner) => hasLeft(owner, memberIds));
  const { state, seen } = compareProvider(row.kind, row.provider, observed);
  return [
    ...(state === "differs" && seen ? [`${seen.provider} was seen instead`] : []),
    ...left.map(({ name }) => `${name} is no longer a member`),
    ...(owners === 0 ? ["two owners"] : owners < OWNERS_MIN ? ["a second owner"] : []),
    ...(row.consoleUrl === null ? ["the console’s address"] : []),
    ...(row.console?.state === "broken" ? ["a console link that works"] : []),
    ...WAY_IN_MISSING[wayIn(row, now)],
  ];
}

const WAY_IN_MISSING = {
  missing: ["another way in"],
  never: ["a test of the other way in"],
  stale: ["a new test of the other way in"],
  fresh: [],
} as const;
