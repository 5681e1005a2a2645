import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { sprintProgress } from "#lib/roadmap/sprint.ts";
import type { SprintClock } from "#lib/roadmap/sprint-clock.ts";
import type { Db } from "../client.ts";
import { risks, sprints, users } from "../schema/index.ts";
import { iso } from "./iso.ts";
import { objectActivities } from "./object-activities.ts";
import { person } from "./person.ts";
import { loadSprintState } from "./sprint-state.ts";
import type { SprintDetail, SprintRisk, SprintSummary, SprintView } from "./sprint-views.ts";

type Row = { sprint: typeof sprints.$inferSelect; starter: string | null };

/** A sprint and what it delivered: the one of that number, else the one under way; and those that are over. */
export async function getSprint(ctx: Ctx, slug: string, number?: number): Promise<SprintView> {
  const { project } = await authorize(ctx, slug, "project.read");
  const rows = await ctx.db
    .select({ sprint: sprints, starter: users.name })
    .from(sprints)
    .leftJoin(users, eq(users.id, sprints.startedBy))
    .where(eq(sprints.projectId, project.id))
    .orderBy(desc(sprints.number));
  const open = rows.find(({ sprint }) => sprint.finishedAt === null);
  const shown = number === undefined ? open : rows.find(({ sprint }) => sprint.number === number);
  if (number !== undefined && !shown) throw notFound();
  return {
    sprint: shown ? await detail(ctx, project.id, shown) : null,
    openNumber: open?.sprint.number ?? null,
    earlier: rows.flatMap(({ sprint }) => summary(sprint, ctx.now)),
  };
}

function clockOf({ startedAt, hours, pauses, finishedAt }: Row["sprint"]): SprintClock {
  return { startedAt: iso(startedAt), hours, pauses, finishedAt: iso(finishedAt) };
}

function summary(sprint: Row["sprint"], now: Date): SprintSummary[] {
  if (sprint.finishedAt === null || sprint.outcome === null) return [];
  const { delivered, slipped } = sprintProgress(clockOf(sprint), sprint.scope, sprint.outcome, now);
  return [
    {
      number: sprint.number,
      goal: sprint.goal,
      startedAt: iso(sprint.startedAt),
      finishedAt: iso(sprint.finishedAt),
      delivered: delivered.length,
      slipped: slipped.length,
    },
  ];
}

async function detail(ctx: Ctx, projectId: string, { sprint, starter }: Row): Promise<SprintDetail> {
  const after = sprint.outcome ?? (await loadSprintState(ctx.db, projectId, ctx.now));
  const progress = sprintProgress(clockOf(sprint), sprint.scope, after, ctx.now);
  const { gone, open, added } = progress.blockers;
  const [named, activities] = await Promise.all([
    loadTitles(ctx.db, projectId, [...gone, ...open, ...added]),
    objectActivities(ctx.db, projectId, "sprint", sprint.id),
  ]);
  return {
    number: sprint.number,
    goal: sprint.goal,
    clock: clockOf(sprint),
    startedBy: person(sprint.startedBy, starter),
    progress,
    risks: named,
    activities,
  };
}

async function loadTitles(db: Db, projectId: string, numbers: number[]): Promise<SprintRisk[]> {
  if (numbers.length === 0) return [];
  return db
    .select({ number: risks.number, title: risks.title, state: risks.state })
    .from(risks)
    .where(and(eq(risks.projectId, projectId), inArray(risks.number, numbers)))
    .orderBy(asc(risks.number));
}
