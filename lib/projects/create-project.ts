import { z } from "zod";
import type { Db } from "#db/client.ts";
import { ENVIRONMENTS, memberships, projects, targets } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { assertAuditable } from "#lib/auditable-url.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { targetUrlSchema } from "#lib/target-url.ts";
import { projectDescriptionSchema, projectNameSchema } from "./project-fields.ts";
import { projectSlug } from "./project-slug.ts";

export const createProjectInput = z.object({
  name: projectNameSchema,
  description: projectDescriptionSchema.default(""),
  /** Becomes the first target. */
  url: targetUrlSchema,
  environment: z.enum(ENVIRONMENTS).default("production"),
});

type Project = typeof projects.$inferSelect;
type Call = { ctx: Ctx; input: z.input<typeof createProjectInput> };

/** Whoever makes a project is its founder. @throws AppError forbidden unless the actor owns the instance. */
export async function createProject({ ctx, input }: Call): Promise<Project> {
  const { name, description, url, environment } = parseInput(createProjectInput, input);
  const { actor } = ctx;
  if (actor.type !== "user" || !actor.isOwner) {
    throw new AppError("forbidden", "Only owners of this installation can create projects.");
  }
  assertAuditable(url);
  return ctx.db.transaction(async (tx) => {
    const project = await insertProject(tx, { name, description, createdAt: ctx.now });
    await tx
      .insert(memberships)
      .values({ projectId: project.id, userId: actor.id, role: "founder", createdAt: ctx.now });
    await tx.insert(targets).values({ projectId: project.id, kind: "web", environment, url, createdAt: ctx.now });
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "project.created",
      objectType: "project",
      objectId: project.id,
      details: { name, url, environment },
    });
    return project;
  });
}

async function insertProject(tx: Db, values: Pick<Project, "name" | "description" | "createdAt">): Promise<Project> {
  for (let attempt = 1; ; attempt += 1) {
    const slug = projectSlug(values.name, attempt);
    const [project] = await tx
      .insert(projects)
      .values({ ...values, slug })
      .onConflictDoNothing({ target: projects.slug })
      .returning();
    if (project) return project;
  }
}
