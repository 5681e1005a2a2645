import { and, desc, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { isUuid } from "#lib/ledger/is-uuid.ts";
import { stepStandings } from "#lib/roadmap/records/runbooks.ts";
import { CHECKS } from "#lib/roadmap/stages.ts";
import { rehearsals, runbooks, users } from "../schema/index.ts";
import { iso } from "./iso.ts";
import { runbookSummary } from "./list-runbooks.ts";
import { objectActivities } from "./object-activities.ts";
import { person } from "./person.ts";
import type { RunbookView } from "./runbook-views.ts";

const recorders = alias(users, "recorders");

/** One runbook with who has done each step, every run of it, and its history. */
export async function getRunbook(ctx: Ctx, slug: string, id: string): Promise<RunbookView> {
  const { project } = await authorize(ctx, slug, "record.read");
  if (!isUuid(id)) throw notFound();
  const [[runbook], done, activities] = await Promise.all([
    ctx.db
      .select()
      .from(runbooks)
      .where(and(eq(runbooks.projectId, project.id), eq(runbooks.id, id), isNull(runbooks.archivedAt))),
    ctx.db
      .select({ rehearsal: rehearsals, recorder: recorders.name })
      .from(rehearsals)
      .leftJoin(recorders, eq(recorders.id, rehearsals.createdBy))
      .where(and(eq(rehearsals.projectId, project.id), eq(rehearsals.runbookId, id)))
      .orderBy(desc(rehearsals.doneAt), desc(rehearsals.id)),
    objectActivities(ctx.db, project.id, "runbook", id),
  ]);
  if (!runbook) throw notFound();
  const { kind, platform, title, steps } = runbook;
  const fact = {
    id,
    kind,
    platform,
    title,
    steps,
    updatedAt: iso(runbook.updatedAt),
    rehearsals: done.map(({ rehearsal: { personName, isDryRun, stepIds, doneAt } }) => ({
      person: personName,
      isDryRun,
      stepIds,
      doneAt: iso(doneAt),
    })),
  };
  const current = new Set(steps.map((step) => step.id));
  return {
    ...runbookSummary(fact, ctx.now),
    steps: stepStandings(fact),
    rehearsals: done.map(({ rehearsal, recorder }) => ({
      id: rehearsal.id,
      person: { id: rehearsal.personId, name: rehearsal.personName },
      isDryRun: rehearsal.isDryRun,
      stepIds: rehearsal.stepIds,
      current: rehearsal.stepIds.filter((step) => current.has(step)).length,
      note: rehearsal.note,
      doneAt: iso(rehearsal.doneAt),
      recordedBy: person(rehearsal.createdBy, recorder),
    })),
    freshDays: CHECKS["environment-runbook"].freshDays,
    activities,
  };
}
