import { ago, isFresh } from "../age.ts";
import { CHECKS } from "../stages.ts";
import type { Decision } from "../status.ts";
import { compareProvider } from "./observed-match.ts";
import { decideByFindings, type Finding, oldestOf } from "./owners-findings.ts";
import { CRITICAL_KINDS, OWNERS_MIN, PROVIDER_KIND_NAMES } from "./owners-words.ts";
import type { Owner, ProviderFact, ProviderKind, Records } from "./types.ts";

/** `never`: written down or not, nobody has tried it. */
export type WayIn = "missing" | "never" | "stale" | "fresh";

/** How the other way in stands: a test counts for as many days as the check's evidence does. */
export function wayIn({ breakGlass, testedAt }: Pick<ProviderFact, "breakGlass" | "testedAt">, now: Date): WayIn {
  if (breakGlass.trim() === "") return "missing";
  if (testedAt === null) return "never";
  return isFresh(testedAt, CHECKS["backup-access"].freshDays, now) ? "fresh" : "stale";
}

export function hasLeft({ userId }: Pick<Owner, "userId">, memberIds: readonly string[]): boolean {
  return userId !== null && !memberIds.includes(userId);
}

/** Each person once; those who have left the project are none. */
export function currentOwners(owners: readonly Owner[], memberIds: readonly string[]): Owner[] {
  const people = new Map<string, Owner>();
  for (const owner of owners) {
    if (!hasLeft(owner, memberIds)) people.set(owner.userId ?? spelt(`${owner.name} ${owner.contact}`), owner);
  }
  return [...people.values()];
}

function spelt(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}

/**
 * `backup-access`: each critical row is there, says how to get in when the usual way is down, and that was tried within
 * the check's days. Null while no critical row is written down.
 */
export function backupAccess(records: Records, now: Date): Decision | null {
  const rows = records.providers.filter(({ kind }) => isCritical(kind));
  if (rows.length === 0) return null;
  const findings = [
    ...CRITICAL_KINDS.flatMap((kind) => wayInFindings(kind, rowOf(records, kind), now)),
    ...rows.flatMap((row) => leftFindings(row, records)),
    ...differences(records),
  ];
  const oldest = oldestOf(rows.flatMap(({ testedAt }) => testedAt ?? []));
  const age = oldest === null ? "never" : ago(oldest, now);
  return decideByFindings(findings, oldest, {
    line: `All five tried, the oldest ${age}`,
    why: `The other way in at registrar, DNS, hosting, e-mail and repository was tried; the oldest test was ${age}.`,
  });
}

function isCritical(kind: ProviderKind): boolean {
  return (CRITICAL_KINDS as readonly ProviderKind[]).includes(kind);
}

export function rowOf({ providers }: Pick<Records, "providers">, kind: ProviderKind): ProviderFact | undefined {
  return providers.find((row) => row.kind === kind);
}

function wayInFindings(kind: ProviderKind, row: ProviderFact | undefined, now: Date): Finding[] {
  const name = PROVIDER_KIND_NAMES[kind];
  if (!row) return [{ level: "unknown", text: `${name} is not written down` }];
  switch (wayIn(row, now)) {
    case "missing":
      return [{ level: "unknown", text: `${name} has no other way in written down` }];
    case "never":
      return [{ level: "unknown", text: `${name}: nobody has tried the other way in` }];
    case "stale":
      return [{ level: "stale", text: `${name}: the other way in was last tried ${ago(row.testedAt ?? "", now)}` }];
    case "fresh":
      return [];
  }
}

/** Owners whom the project has lost; with the last of them, the way in is gone. */
function leftFindings({ kind, owners }: ProviderFact, { memberIds }: Pick<Records, "memberIds">): Finding[] {
  const left = owners.filter((owner) => hasLeft(owner, memberIds));
  if (left.length === 0) return [];
  const name = PROVIDER_KIND_NAMES[kind];
  if (currentOwners(owners, memberIds).length === 0) {
    return [{ level: "failing", text: `${name}: none of its owners is a member any more` }];
  }
  return left.map((owner) => ({ level: "warning", text: `${name}: ${owner.name} is no longer a member` }));
}

/** What the records name and the audits saw as something else. */
export function differences({ providers, observed }: Pick<Records, "providers" | "observed">): Finding[] {
  return providers.flatMap(({ kind, provider }): Finding[] => {
    const { state, seen } = compareProvider(kind, provider, observed);
    if (state !== "differs" || !seen) return [];
    const name = PROVIDER_KIND_NAMES[kind];
    return [
      { level: "warning", text: `${name} is said to be ${provider}, but ${seen.evidence} is of ${seen.provider}` },
    ];
  });
}

/** For `handover-review`: two current owners for each critical row. */
export function ownerFindings(records: Records): Finding[] {
  return CRITICAL_KINDS.flatMap((kind): Finding[] => {
    const row = rowOf(records, kind);
    const name = PROVIDER_KIND_NAMES[kind];
    if (!row) return [{ level: "unknown", text: `${name} is not written down` }];
    if (row.owners.length === 0) return [{ level: "unknown", text: `${name} has no owner` }];
    const current = currentOwners(row.owners, records.memberIds);
    const left = leftFindings(row, records);
    if (current.length === 0 || current.length >= OWNERS_MIN) return left;
    return [...left, { level: "failing", text: `${name} has one owner only, ${current[0]?.name}` }];
  });
}
