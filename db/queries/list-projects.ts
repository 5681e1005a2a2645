import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Role } from "#lib/auth/permissions.ts";
import type { Ctx } from "#lib/ctx.ts";
import { STAGES } from "#lib/roadmap/stages.ts";
import { memberships, projects, runs } from "../schema/index.ts";
import { stageSummary } from "./board-views.ts";
import { deriveProject } from "./derive-project.ts";
import { iso } from "./iso.ts";
import { loadFacts } from "./project-facts.ts";
import type { ProjectCard } from "./views.ts";

/** The projects that the actor is a member of, by name; archived ones are left out. */
export async function listProjects(ctx: Ctx): Promise<ProjectCard[]> {
  const mine = await listMine(ctx);
  if (mine.length === 0) return [];
  const ids = mine.map(({ project }) => project.id);
  const [factsOf, newest] = await Promise.all([
    loadFacts(ctx.db, ids, ctx.now),
    ctx.db
      .selectDistinctOn([runs.projectId], { projectId: runs.projectId, createdAt: runs.createdAt })
      .from(runs)
      .where(inArray(runs.projectId, ids))
      .orderBy(runs.projectId, desc(runs.number)),
  ]);
  const lastRuns = new Map(newest.map((run) => [run.projectId, iso(run.createdAt)]));
  return mine.map(({ project, role }) => {
    const facts = factsOf(project.id);
    const derived = deriveProject(facts, ctx.now);
    const hasEvidence = facts.results.length > 0 || facts.attestations.length > 0;
    const primary = facts.targets.find(({ environment }) => environment === "production") ?? facts.targets[0];
    return {
      slug: project.slug,
      name: project.name,
      description: project.description,
      role,
      readiness: hasEvidence ? derived.readiness.score : null,
      gateHeld: derived.gate.held,
      gateTotal: derived.gate.total,
      blockers: derived.blockers.length,
      stages: STAGES.map((stage) => stageSummary(stage, derived)),
      lastRunAt: lastRuns.get(project.id) ?? null,
      primaryUrl: primary?.url ?? null,
    };
  });
}

type Mine = { project: typeof projects.$inferSelect; role: Role };

async function listMine({ db, actor }: Ctx): Promise<Mine[]> {
  if (actor.type === "system") {
    const all = await db.select().from(projects).where(isNull(projects.archivedAt)).orderBy(asc(projects.name));
    return all.map((project) => ({ project, role: "founder" }));
  }
  return db
    .select({ project: projects, role: memberships.role })
    .from(memberships)
    .innerJoin(projects, eq(projects.id, memberships.projectId))
    .where(and(eq(memberships.userId, actor.id), isNull(projects.archivedAt)))
    .orderBy(asc(projects.name), asc(projects.slug));
}
