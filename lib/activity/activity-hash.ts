import { createHash } from "node:crypto";
import { canonicalJson } from "#lib/ledger/canonical.ts";

/** What a row of the history says; `hash` chains it to the row before. */
export type ActivityFacts = {
  id: string;
  projectId: string | null;
  sequence: number;
  at: Date;
  actor: Record<string, string>;
  action: string;
  objectType: string;
  objectId: string;
  details: Record<string, unknown>;
};

/** SHA-256, hex, over the previous row's hash (empty for the first) and this row's canonical JSON. */
export function activityHash(previous: string, facts: ActivityFacts): string {
  const { id, projectId, sequence, at, actor, action, objectType, objectId, details } = facts;
  const text = canonicalJson({
    id,
    projectId,
    sequence,
    at: at.toISOString(),
    actor,
    action,
    objectType,
    objectId,
    details,
  });
  return createHash("sha256").update(previous).update("\n").update(text).digest("hex");
}

/** The sequence of the first row that does not follow from the ones before it; null when the chain is whole. */
export function firstBrokenLink(rows: readonly (ActivityFacts & { hash: string })[]): number | null {
  let previous = "";
  for (const [index, row] of rows.entries()) {
    if (row.sequence !== index + 1 || row.hash !== activityHash(previous, row)) return row.sequence;
    previous = row.hash;
  }
  return null;
}
