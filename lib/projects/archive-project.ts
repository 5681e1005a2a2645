import { eq } from "drizzle-orm";
import { z } from "zod";
import { projects } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

const archiveProjectInput = z.object({ project: z.string() });

type Call = { ctx: Ctx; input: z.input<typeof archiveProjectInput> };

/** From here on members can read the project and nobody can change it; its links and invitations open nothing. */
export async function archiveProject({ ctx, input }: Call): Promise<typeof projects.$inferSelect> {
  const { project: slug } = parseInput(archiveProjectInput, input);
  const { project } = await authorize(ctx, slug, "project.archive");
  return ctx.db.transaction(async (tx) => {
    const [archived] = await tx
      .update(projects)
      .set({ archivedAt: ctx.now })
      .where(eq(projects.id, project.id))
      .returning();
    if (!archived) throw notFound();
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "project.archived",
      objectType: "project",
      objectId: project.id,
    });
    return archived;
  });
}
