import { and, desc, eq, gt, inArray, lt } from "drizzle-orm";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { ruleText } from "#lib/roadmap/rule-texts/index.ts";
import { CHECKS } from "#lib/roadmap/stages.ts";
import type { Db } from "../client.ts";
import { results, risks, runs } from "../schema/index.ts";
import { riskView } from "./list-risks.ts";
import { objectActivities } from "./object-activities.ts";
import { loadDecisions, loadRisks, type RiskRow } from "./risk-rows.ts";
import { loadResults } from "./run-rows.ts";
import type { ResultView, RiskDetail } from "./views.ts";

/** A check may see a fault come and go for years; of a risk, all of it is told. */
const HISTORY_MAX = 1000;

/** A risk with the evidence of its fault and of the newest look after it, side by side. */
export async function getRisk(ctx: Ctx, slug: string, number: number): Promise<RiskDetail> {
  const { project } = await authorize(ctx, slug, "project.read");
  const [risk] = await loadRisks(ctx.db, and(eq(risks.projectId, project.id), eq(risks.number, number)), ctx.now);
  if (!risk) throw notFound();
  const [evidence, verifyRun, decisions, history] = await Promise.all([
    loadEvidence(ctx.db, risk),
    loadVerifyRun(ctx.db, risk),
    loadDecisions(ctx.db, project.id, risk.id, ctx.now),
    objectActivities(ctx.db, project.id, "risk", risk.id, HISTORY_MAX),
  ]);
  // A scanner may call its rule what it likes, one of ours among them.
  const text = risk.rule === null || risk.tool !== null ? undefined : ruleText(risk.rule);
  const { fix, references } = text ?? CHECKS[risk.checkId];
  return {
    ...riskView(risk),
    fix,
    references: [...references],
    ...evidence,
    verifyRun,
    decisions,
    activities: history,
  };
}

async function loadEvidence(db: Db, risk: RiskRow): Promise<{ before: ResultView | null; after: ResultView | null }> {
  if (risk.rule === null || risk.targetId === null) return { before: null, after: null };
  const looks = and(
    eq(results.projectId, risk.projectId),
    eq(results.targetId, risk.targetId),
    eq(results.rule, risk.rule),
    eq(runs.state, "finished"),
  );
  const faults = and(looks, inArray(results.verdict, ["fail", "warn"]));
  const [seen] = await loadResults(db, faults, 1);
  if (!seen) return { before: null, after: null };
  const [after] = await loadResults(db, and(looks, gt(results.observedAt, new Date(seen.observedAt))), 1);
  if (after) return { before: seen, after };
  // Said to be fixed and seen again: the newest look stands beside the fault that the claim was about.
  const [refuted] = await loadResults(db, and(faults, eq(runs.riskId, risk.id)), 1);
  if (!refuted) return { before: seen, after: null };
  const [before] = await loadResults(db, and(faults, lt(results.observedAt, new Date(refuted.observedAt))), 1);
  return before ? { before, after: seen } : { before: seen, after: null };
}

async function loadVerifyRun(db: Db, risk: RiskRow): Promise<RiskDetail["verifyRun"]> {
  if (risk.state !== "rechecking") return null;
  const [run] = await db
    .select({ number: runs.number, state: runs.state })
    .from(runs)
    .where(and(eq(runs.projectId, risk.projectId), eq(runs.riskId, risk.id)))
    .orderBy(desc(runs.number))
    .limit(1);
  return run ?? null;
}
