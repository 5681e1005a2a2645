import { and, desc, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import { RULES } from "#lib/audits/registry.ts";
import type { Db } from "../client.ts";
import { results, runs, targets } from "../schema/index.ts";

export type LatestResult = typeof results.$inferSelect & { runNumber: number; targetUrl: string };

/**
 * The newest result of each target and known rule. A run under way counts, so that boards fill while it works; one that
 * was cancelled or failed does not. One index look-up per target and rule, however many runs there are.
 */
export async function latestResults(db: Db, projectIds: string[], ruleIds = RULES.map((rule) => rule.id as string)) {
  if (projectIds.length === 0 || ruleIds.length === 0) return [];
  const wanted = db
    .select({ rule: sql<string>`value`.as("wanted_rule") })
    .from(sql`jsonb_array_elements_text(${JSON.stringify(ruleIds)}::jsonb)`)
    .as("wanted");
  const newest = db
    .select({ ...getTableColumns(results), runNumber: sql<number>`${runs.number}`.as("run_number") })
    .from(results)
    .innerJoin(runs, eq(runs.id, results.runId))
    .where(
      and(
        eq(results.projectId, targets.projectId),
        eq(results.targetId, targets.id),
        eq(results.rule, wanted.rule),
        inArray(runs.state, ["running", "finished"]),
      ),
    )
    .orderBy(desc(results.observedAt), desc(runs.number))
    .limit(1)
    .as("newest");
  const rows = await db
    .select()
    .from(targets)
    .crossJoin(wanted)
    .crossJoinLateral(newest)
    .where(inArray(targets.projectId, projectIds))
    .orderBy(targets.createdAt, targets.id);
  return rows.map((row): LatestResult => ({ ...row.newest, targetUrl: row.targets.url }));
}
