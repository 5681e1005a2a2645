import { and, desc, eq } from "drizzle-orm";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { expiryNotices } from "#lib/roadmap/expiry-notices.ts";
import type { Db } from "../client.ts";
import { deployments, readinessPoints, runs } from "../schema/index.ts";
import { blockerView, gateView, stageViews, targetView } from "./board-views.ts";
import { deriveProject } from "./derive-project.ts";
import { iso } from "./iso.ts";
import { loadFacts } from "./project-facts.ts";
import type { Board } from "./views.ts";

const BLOCKERS_MAX = 10;
const POINTS_MAX = 200;

/** All that a project's page shows. */
export async function getBoard(ctx: Ctx, slug: string): Promise<Board> {
  const { project, role } = await authorize(ctx, slug, "project.read");
  const [factsOf, lastRun, points, deployed] = await Promise.all([
    loadFacts(ctx.db, [project.id], ctx.now),
    loadLastRun(ctx.db, project.id),
    loadPoints(ctx.db, project.id),
    loadDeployments(ctx.db, project.id),
  ]);
  const facts = factsOf(project.id);
  const derived = deriveProject(facts, ctx.now);
  const { name, description } = project;
  return {
    project: { slug, name, description, role },
    targets: facts.targets.map(targetView),
    answer: derived.answer,
    blockers: derived.blockers.slice(0, BLOCKERS_MAX).map(blockerView),
    blockersTotal: derived.blockers.length,
    notices: expiryNotices(facts.risks, ctx.now),
    gate: gateView(facts, derived),
    stages: stageViews(facts, derived),
    readiness: derived.readiness,
    signals: derived.signals,
    points,
    deployments: deployed,
    lastRun,
  };
}

async function loadLastRun(db: Db, projectId: string): Promise<Board["lastRun"]> {
  const [run] = await db
    .select({ number: runs.number, state: runs.state, createdAt: runs.createdAt, finishedAt: runs.finishedAt })
    .from(runs)
    .where(eq(runs.projectId, projectId))
    .orderBy(desc(runs.number))
    .limit(1);
  return run ? { ...run, createdAt: iso(run.createdAt), finishedAt: iso(run.finishedAt) } : null;
}

/** The newest ones, oldest first. */
async function loadPoints(db: Db, projectId: string): Promise<Board["points"]> {
  const rows = await db
    .select({
      at: readinessPoints.at,
      score: readinessPoints.score,
      gateHeld: readinessPoints.gateHeld,
      blockers: readinessPoints.blockers,
      runNumber: runs.number,
    })
    .from(readinessPoints)
    .leftJoin(runs, and(eq(runs.projectId, readinessPoints.projectId), eq(runs.id, readinessPoints.runId)))
    .where(eq(readinessPoints.projectId, projectId))
    .orderBy(desc(readinessPoints.at), desc(readinessPoints.id))
    .limit(POINTS_MAX);
  return rows.reverse().map((row) => ({ ...row, at: iso(row.at) }));
}

/** The newest ones, oldest first. */
async function loadDeployments(db: Db, projectId: string): Promise<Board["deployments"]> {
  const rows = await db
    .select({
      id: deployments.id,
      version: deployments.version,
      environment: deployments.environment,
      deployedAt: deployments.deployedAt,
    })
    .from(deployments)
    .where(eq(deployments.projectId, projectId))
    .orderBy(desc(deployments.deployedAt), desc(deployments.id))
    .limit(POINTS_MAX);
  return rows.reverse().map((row) => ({ ...row, deployedAt: iso(row.deployedAt) }));
}
