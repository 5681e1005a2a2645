import { desc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { deriveProject } from "#db/queries/derive-project.ts";
import { loadFacts } from "#db/queries/project-facts.ts";
import { readinessPoints } from "#db/schema/index.ts";
import type { Ctx } from "#lib/ctx.ts";

/** Adds a point to the readiness chart: after each run, and after a decision that moved something. */
export async function recordReadiness(tx: Db, ctx: Ctx, projectId: string, runId?: string): Promise<void> {
  const facts = (await loadFacts(tx, [projectId], ctx.now))(projectId);
  const { readiness, gate, blockers } = deriveProject(facts, ctx.now);
  const point = { score: readiness.score, gateHeld: gate.held, blockers: blockers.length };
  if (runId === undefined) {
    const [last] = await tx
      .select()
      .from(readinessPoints)
      .where(eq(readinessPoints.projectId, projectId))
      .orderBy(desc(readinessPoints.at), desc(readinessPoints.id))
      .limit(1);
    const isSame = last?.score === point.score && last.gateHeld === point.gateHeld && last.blockers === point.blockers;
    if (isSame) return;
  }
  await tx.insert(readinessPoints).values({ projectId, at: ctx.now, runId: runId ?? null, ...point });
}
