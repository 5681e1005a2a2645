import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { rulesFor } from "#lib/audits/registry.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { DELIVERABLE_CHECKS } from "#lib/roadmap/deliverables.ts";
import { DELIVERABLE_IDS } from "#lib/roadmap/ids.ts";
import type { DeliverableDetail, SheetEvidence, SheetStatement } from "#lib/roadmap/sheets/artefact.ts";
import { DELIVERABLES } from "#lib/roadmap/stages.ts";
import type { Db } from "../client.ts";
import { attestations, runs, users } from "../schema/index.ts";
import { loadArtefact } from "./deliverable-artefacts.ts";
import { deriveProject } from "./derive-project.ts";
import { iso } from "./iso.ts";
import { person } from "./person.ts";
import { loadFacts } from "./project-facts.ts";
import { sheetResult } from "./sheet-result.ts";

/** One of the thirteen deliverables: how it stands, what it lacks, and the thing itself from the data of this moment. */
export async function getDeliverable(ctx: Ctx, slug: string, deliverable: string): Promise<DeliverableDetail> {
  const { project } = await authorize(ctx, slug, "project.read");
  const id = DELIVERABLE_IDS.find((known) => known === deliverable);
  if (!id) throw notFound();
  const { db, now } = ctx;
  const checks = DELIVERABLE_CHECKS[id];
  const [factsOf, statements, lastRun] = await Promise.all([
    loadFacts(db, [project.id], now),
    loadStatements(db, project.id),
    loadLastRun(db, project.id),
  ]);
  const facts = factsOf(project.id);
  const derived = deriveProject(facts, now);
  const view = derived.deliverables.find((one) => one.id === id);
  const summary = DELIVERABLES.find((one) => one.id === id)?.summary;
  if (!view || summary === undefined) throw notFound();
  const evidence = checks.map((checkId): SheetEvidence => {
    const { status, why, evidenceAt } = derived.checks[checkId];
    return {
      checkId,
      isByRules: rulesFor(checkId).length > 0,
      status,
      why,
      evidenceAt,
      results: facts.results.filter((result) => result.checkId === checkId).map(sheetResult),
      statements: statements.filter((one) => one.checkId === checkId),
    };
  });
  const artefact = await loadArtefact(id, { db, project: project.id, now, facts, derived, statements });
  return { ...view, summary, project: project.name, asOf: now.toISOString(), lastRun, evidence, artefact };
}

/** What people state and have not taken back, newest first. */
async function loadStatements(db: Db, projectId: string): Promise<SheetStatement[]> {
  const rows = await db
    .select({ row: attestations, author: users.name })
    .from(attestations)
    .leftJoin(users, eq(users.id, attestations.authorId))
    .where(and(eq(attestations.projectId, projectId), isNull(attestations.withdrawnAt)))
    .orderBy(desc(attestations.observedAt), asc(attestations.id));
  return rows.map(({ row, author }) => ({
    checkId: row.checkId,
    statement: row.statement,
    link: row.link,
    author: person(row.authorId, author),
    isOverride: row.isOverride,
    observedAt: iso(row.observedAt),
    expiresAt: iso(row.expiresAt),
  }));
}

async function loadLastRun(db: Db, projectId: string): Promise<DeliverableDetail["lastRun"]> {
  const [run] = await db
    .select({ number: runs.number, finishedAt: runs.finishedAt })
    .from(runs)
    .where(and(eq(runs.projectId, projectId), inArray(runs.state, ["finished"])))
    .orderBy(desc(runs.number))
    .limit(1);
  return run?.finishedAt ? { number: run.number, finishedAt: iso(run.finishedAt) } : null;
}
