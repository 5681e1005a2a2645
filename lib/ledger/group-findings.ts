import type { Result, Verdict } from "#lib/audits/types.ts";
import { worstFirst } from "#lib/audits/verdict-order.ts";
import { type Statement, statementOf } from "./next-step.ts";

/** One result, and the finding that it would be were it to fail. */
export type Judged = { runId: string; targetId: string; fingerprint: string; result: Result };

export type Finding = {
  fingerprint: string;
  statement: Statement;
  /** How the run itself saw the fault, though newer evidence may say that it is gone. */
  sight: Judged | null;
  /** The result that says the most: the worst sight of the fault, or the newest look at its absence. */
  judged: Judged;
};

function byWeight(a: Judged, b: Judged): number {
  return (
    worstFirst(a.result, b.result) ||
    b.result.observedAt.localeCompare(a.result.observedAt) ||
    a.targetId.localeCompare(b.targetId)
  );
}

/**
 * What is known of each finding once the run's results are laid over those on record: per target the newest look
 * counts, so that a slow old run takes nothing back, and runs may arrive in any order.
 */
export function groupFindings(run: readonly Judged[], onRecord: readonly Judged[]): Finding[] {
  const known = new Map(onRecord.map((one) => [`${one.targetId} ${one.result.rule}`, one]));
  const newest = (mine: Judged) => {
    const theirs = known.get(`${mine.targetId} ${mine.result.rule}`);
    return theirs !== undefined && theirs.result.observedAt > mine.result.observedAt ? theirs : mine;
  };
  const groups = Map.groupBy(run, (one) => one.fingerprint);
  return [...groups].flatMap(([fingerprint, group]) => {
    const looks = group.map(newest);
    const [judged] = looks.toSorted(byWeight);
    if (!judged) return [];
    const statement = statementOf(verdictsOf(looks));
    const isSeen = statementOf(verdictsOf(group)) === "seen";
    return [{ fingerprint, judged, statement, sight: isSeen ? (group.toSorted(byWeight)[0] ?? null) : null }];
  });
}

function verdictsOf(group: readonly Judged[]): Verdict[] {
  return group.map((one) => one.result.verdict);
}
