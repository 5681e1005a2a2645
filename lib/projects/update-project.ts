import { eq } from "drizzle-orm";
import { z } from "zod";
import { projects } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { projectDescriptionSchema, projectNameSchema } from "./project-fields.ts";

export const updateProjectInput = z.object({
  project: z.string(),
  name: projectNameSchema.optional(),
  description: projectDescriptionSchema.optional(),
});

type Call = { ctx: Ctx; input: z.input<typeof updateProjectInput> };

/** Changes what is given. The slug stays: links to the project keep working. */
export async function updateProject({ ctx, input }: Call): Promise<typeof projects.$inferSelect> {
  const { project: slug, name, description } = parseInput(updateProjectInput, input);
  const { project } = await authorize(ctx, slug, "project.update");
  return ctx.db.transaction(async (tx) => {
    const [updated] = await tx
      .update(projects)
      .set({ name: name ?? project.name, description: description ?? project.description })
      .where(eq(projects.id, project.id))
      .returning();
    if (!updated) throw notFound();
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "project.updated",
      objectType: "project",
      objectId: project.id,
      details: { name: { from: project.name, to: updated.name } },
    });
    return updated;
  });
}
