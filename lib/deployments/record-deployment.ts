import { z } from "zod";
import { deployments, ENVIRONMENTS } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

export const recordDeploymentInput = z.object({
  project: z.string(),
  version: z.string().trim().min(1, "Name the version.").max(200),
  environment: z.enum(ENVIRONMENTS).default("production"),
  /** Now, unless given. */
  deployedAt: z.coerce.date().optional(),
});

export type Deployment = typeof deployments.$inferSelect;

/** Marks a release on the project's time line. */
export async function recordDeployment({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof recordDeploymentInput>;
}): Promise<Deployment> {
  const { project: slug, deployedAt = ctx.now, ...fields } = parseInput(recordDeploymentInput, input);
  const { project } = await authorize(ctx, slug, "deployment.write");
  return ctx.db.transaction(async (tx) => {
    const [deployment] = await tx
      .insert(deployments)
      .values({ ...fields, deployedAt, projectId: project.id })
      .returning();
    if (!deployment) throw new Error("The deployment was not stored.");
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "deployment.recorded",
      objectType: "deployment",
      objectId: deployment.id,
      details: { version: fields.version, environment: fields.environment, deployedAt: deployedAt.toISOString() },
    });
    return deployment;
  });
}
