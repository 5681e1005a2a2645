import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { results } from "#db/schema/index.ts";
import type { Judged } from "./group-findings.ts";
import { toRow } from "./result-rows.ts";

const excluded = (column: string) => sql.raw(`excluded.${column}`);

/** Writes results in place of those that the run already has for the same targets and rules. */
export async function storeResults(tx: Db, projectId: string, judged: readonly Judged[]): Promise<void> {
  if (judged.length === 0) return;
  await tx
    .insert(results)
    .values(judged.map((one) => toRow(projectId, one)))
    .onConflictDoUpdate({
      target: [results.runId, results.targetId, results.rule],
      set: {
        checkId: excluded("check_id"),
        verdict: excluded("verdict"),
        severity: excluded("severity"),
        code: excluded("code"),
        summary: excluded("summary"),
        evidence: excluded("evidence"),
        publish: excluded("publish"),
        fingerprint: excluded("fingerprint"),
        reproduce: excluded("reproduce"),
        observedAt: excluded("observed_at"),
      },
    });
}
