import type { results } from "#db/schema/index.ts";
import { findingOf } from "#lib/audits/fingerprint.ts";
import type { Observation } from "#lib/audits/observation.ts";
import type { Result } from "#lib/audits/types.ts";
import type { Judged } from "./group-findings.ts";

type Row = typeof results.$inferSelect;

/** Binds a result to its run and target; its moment is written as the database will give it back. */
export function judge(runId: string, targetId: string, target: Observation["target"], found: Result): Judged {
  const result = { ...found, observedAt: new Date(found.observedAt).toISOString() };
  return { runId, targetId, result, fingerprint: findingOf(result.rule, target) };
}

export function toRow(projectId: string, { runId, targetId, fingerprint, result }: Judged): Row {
  const { check, observedAt, ...rest } = result;
  const isFinding = result.verdict === "fail" || result.verdict === "warn";
  return {
    ...rest,
    projectId,
    runId,
    targetId,
    checkId: check,
    fingerprint: isFinding ? fingerprint : null,
    observedAt: new Date(observedAt),
  };
}

/** The stored row as the engine gave it. */
export function toResult(row: Omit<Row, "projectId" | "runId" | "targetId" | "fingerprint">): Result {
  return {
    rule: row.rule,
    check: row.checkId,
    verdict: row.verdict,
    severity: row.severity,
    code: row.code,
    summary: row.summary,
    evidence: row.evidence,
    publish: row.publish,
    observedAt: row.observedAt.toISOString(),
    reproduce: row.reproduce,
  };
}
