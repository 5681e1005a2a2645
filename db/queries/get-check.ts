import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { rulesFor } from "#lib/audits/registry.ts";
import type { Verdict } from "#lib/audits/types.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { compareRisks } from "#lib/roadmap/blockers.ts";
import type { CheckId } from "#lib/roadmap/ids.ts";
import { fromRecords } from "#lib/roadmap/records/from-records.ts";
import { ruleText } from "#lib/roadmap/rule-texts/index.ts";
import { checkById } from "#lib/roadmap/stages.ts";
import type { Db } from "../client.ts";
import { attestations, results, risks, runs, users } from "../schema/index.ts";
import { checkView } from "./board-views.ts";
import { deriveProject } from "./derive-project.ts";
import { iso } from "./iso.ts";
import { riskView } from "./list-risks.ts";
import { objectActivities } from "./object-activities.ts";
import { person } from "./person.ts";
import { loadFacts } from "./project-facts.ts";
import { loadRisks } from "./risk-rows.ts";
import { resultView } from "./run-rows.ts";
import type { AttestationView, CheckDetail, CheckHistoryEntry } from "./views.ts";

const HISTORY_MAX = 50;

/** Everything about one check: what is asked, what was seen, what people say, what became of it. */
export async function getCheck(ctx: Ctx, slug: string, checkId: string): Promise<CheckDetail> {
  const { project } = await authorize(ctx, slug, "project.read");
  const check = checkById(checkId);
  if (!check) throw notFound();
  const { id } = check;
  const [factsOf, history, stated, found, activities] = await Promise.all([
    loadFacts(ctx.db, [project.id], ctx.now),
    loadHistory(ctx.db, project.id, id),
    loadAttestations(ctx.db, project.id, id),
    loadRisks(ctx.db, and(eq(risks.projectId, project.id), eq(risks.checkId, id)), ctx.now),
    objectActivities(ctx.db, project.id, "check", id),
  ]);
  const facts = factsOf(project.id);
  const derived = deriveProject(facts, ctx.now);
  const byFinding = new Map(found.map((risk) => [`${risk.targetId} ${risk.rule}`, risk.number]));
  return {
    ...checkView(id, facts, derived),
    statusWhy: derived.checks[id].why,
    bar: check.bar,
    why: check.why,
    fix: check.fix,
    references: [...check.references],
    weight: check.weight,
    freshDays: check.freshDays,
    rules: rulesFor(id).map((rule) => rule.id),
    isRecorded: fromRecords(id, facts.records, ctx.now) !== null,
    notApplicableReason: facts.states.find((state) => state.checkId === id)?.notApplicableReason ?? null,
    latest: facts.results
      .filter((result) => result.checkId === id)
      .map((result) => {
        const riskNumber = byFinding.get(`${result.targetId} ${result.rule}`) ?? null;
        return { ...resultView({ ...result, result, riskNumber }), ruleText: ruleText(result.rule) ?? null };
      }),
    history,
    attestations: stated,
    risks: found.toSorted(compareRisks).map(riskView),
    activities,
  };
}

async function loadHistory(db: Db, projectId: string, checkId: CheckId): Promise<CheckHistoryEntry[]> {
  const rows = await db
    .select({
      runNumber: runs.number,
      at: runs.finishedAt,
      verdicts: sql<Partial<Record<Verdict, number>>>`jsonb_object_agg(counted.verdict, counted.total)`,
    })
    .from(
      db
        .select({ runId: results.runId, verdict: results.verdict, total: sql<number>`count(*)::int`.as("total") })
        .from(results)
        .where(and(eq(results.projectId, projectId), eq(results.checkId, checkId)))
        .groupBy(results.runId, results.verdict)
        .as("counted"),
    )
    .innerJoin(runs, and(eq(runs.id, sql`counted.run_id`), inArray(runs.state, ["finished"])))
    .groupBy(runs.id)
    .orderBy(desc(runs.number))
    .limit(HISTORY_MAX);
  return rows.flatMap(({ at, ...rest }) => (at ? [{ ...rest, at: iso(at) }] : []));
}

async function loadAttestations(db: Db, projectId: string, checkId: CheckId): Promise<AttestationView[]> {
  const rows = await db
    .select({ attestation: attestations, authorName: users.name })
    .from(attestations)
    .leftJoin(users, eq(users.id, attestations.authorId))
    .where(and(eq(attestations.projectId, projectId), eq(attestations.checkId, checkId)))
    .orderBy(desc(attestations.observedAt), desc(attestations.createdAt));
  return rows.map(({ attestation: row, authorName }) => ({
    id: row.id,
    checkId,
    statement: row.statement,
    link: row.link,
    isOverride: row.isOverride,
    author: person(row.authorId, authorName),
    observedAt: iso(row.observedAt),
    expiresAt: iso(row.expiresAt),
    createdAt: iso(row.createdAt),
    withdrawnAt: iso(row.withdrawnAt),
  }));
}
