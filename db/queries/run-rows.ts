import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { VERDICTS } from "#lib/audits/types.ts";
import type { Db } from "../client.ts";
import { activities, results, risks, runs, targets } from "../schema/index.ts";
import { iso } from "./iso.ts";
import { actorView } from "./person.ts";
import type { ResultView, RunSummary, VerdictCounts } from "./views.ts";

/** Runs of a project, newest first, in a fixed number of statements. */
export async function loadRuns(
  db: Db,
  projectId: string,
  where: SQL | undefined,
  limit: number,
): Promise<RunSummary[]> {
  const rows = await db
    .select({ run: runs, riskNumber: risks.number, riskTitle: risks.title })
    .from(runs)
    .leftJoin(risks, and(eq(risks.projectId, runs.projectId), eq(risks.id, runs.riskId)))
    .where(and(eq(runs.projectId, projectId), where))
    .orderBy(desc(runs.number))
    .limit(limit);
  const ids = rows.map(({ run }) => run.id);
  if (ids.length === 0) return [];
  const [audited, verdicts, changes] = await Promise.all([
    db.select().from(targets).where(eq(targets.projectId, projectId)),
    db
      .select({ runId: results.runId, verdict: results.verdict, count: sql<number>`count(*)::int` })
      .from(results)
      .where(and(eq(results.projectId, projectId), inArray(results.runId, ids)))
      .groupBy(results.runId, results.verdict),
    loadChanges(db, projectId, ids),
  ]);
  return rows.map(({ run, riskNumber, riskTitle }) => ({
    id: run.id,
    number: run.number,
    state: run.state,
    reason: run.reason,
    startedBy: actorView(run.startedBy),
    createdAt: iso(run.createdAt),
    startedAt: iso(run.startedAt),
    finishedAt: iso(run.finishedAt),
    isCancelRequested: run.cancelRequestedAt !== null,
    algorithm: run.algorithm,
    rules: run.rules,
    targets: run.targetIds.flatMap((id) =>
      audited.filter((target) => target.id === id).map(({ url, environment }) => ({ id, url, environment })),
    ),
    counts: countsOf(verdicts.filter((row) => row.runId === run.id)),
    sinceLast: {
      fixed: changes.filter((change) => change.run === run.number && change.isFix).length,
      new: changes.filter((change) => change.run === run.number && !change.isFix).length,
    },
    risk: riskNumber === null || riskTitle === null ? null : { number: riskNumber, title: riskTitle },
    error: run.error,
  }));
}

function countsOf(rows: { verdict: keyof VerdictCounts; count: number }[]): VerdictCounts {
  const found = new Map(rows.map((row) => [row.verdict, row.count]));
  return Object.fromEntries(VERDICTS.map((verdict) => [verdict, found.get(verdict) ?? 0])) as VerdictCounts;
}

/** What each run did to the register, from the history. */
async function loadChanges(db: Db, projectId: string, runIds: string[]): Promise<{ run: number; isFix: boolean }[]> {
  const rows = await db
    .select({ action: activities.action, run: sql<number>`(${activities.details}->>'run')::int` })
    .from(activities)
    .where(
      and(
        eq(activities.projectId, projectId),
        eq(activities.objectType, "risk"),
        inArray(activities.action, ["risk.found", "risk.reopened", "risk.verified"]),
        sql`(${activities.details}->>'run')::int in (
          select ${runs.number} from ${runs} where ${inArray(runs.id, runIds)})`,
      ),
    );
  return rows.map((row) => ({ run: row.run, isFix: row.action === "risk.verified" }));
}

type ResultRow = {
  result: typeof results.$inferSelect;
  runNumber: number;
  targetUrl: string;
  riskNumber: number | null;
};

export function resultView({ result, runNumber, targetUrl, riskNumber }: ResultRow): ResultView {
  return {
    runNumber,
    rule: result.rule,
    checkId: result.checkId,
    targetId: result.targetId,
    targetUrl,
    verdict: result.verdict,
    severity: result.severity,
    code: result.code,
    summary: result.summary,
    evidence: result.evidence,
    publish: result.publish,
    observedAt: iso(result.observedAt),
    reproduce: result.reproduce,
    riskNumber,
  };
}

/** Results with the risk that each finding belongs to. */
export async function loadResults(db: Db, where: SQL | undefined, limit?: number): Promise<ResultView[]> {
  const query = db
    .select({ result: results, runNumber: runs.number, targetUrl: targets.url, riskNumber: risks.number })
    .from(results)
    .innerJoin(runs, eq(runs.id, results.runId))
    .innerJoin(targets, eq(targets.id, results.targetId))
    .leftJoin(risks, and(eq(risks.projectId, results.projectId), eq(risks.fingerprint, results.fingerprint)))
    .where(where)
    .orderBy(desc(results.observedAt), results.rule, results.targetId)
    .$dynamic();
  return (await (limit === undefined ? query : query.limit(limit))).map(resultView);
}
