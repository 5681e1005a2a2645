import { brandings } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";

type Values = Partial<Omit<typeof brandings.$inferInsert, "projectId" | "updatedAt">>;

/** Writes down how the project's packs look from the next version on. What is not given stays as it is. */
export async function storeBranding(ctx: Ctx, slug: string, values: Values, details: Record<string, unknown>) {
  const { project } = await authorize(ctx, slug, "branding.write");
  await ctx.db.transaction(async (tx) => {
    const row = { ...values, updatedAt: ctx.now };
    await tx
      .insert(brandings)
      .values({ ...row, projectId: project.id })
      .onConflictDoUpdate({ target: brandings.projectId, set: row });
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "branding.set",
      objectType: "project",
      objectId: project.id,
      details,
    });
  });
}
