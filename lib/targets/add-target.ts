import { count, eq } from "drizzle-orm";
import { z } from "zod";
import { ENVIRONMENTS, targets } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { assertAuditable } from "#lib/auditable-url.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { targetUrlSchema } from "#lib/target-url.ts";

const TARGETS_MAX = 20;

export const addTargetInput = z.object({
  project: z.string(),
  url: targetUrlSchema,
  environment: z.enum(ENVIRONMENTS).default("production"),
});

type Call = { ctx: Ctx; input: z.input<typeof addTargetInput> };

/** @throws AppError conflict when the project has the address already, or has as many as it may. */
export async function addTarget({ ctx, input }: Call): Promise<typeof targets.$inferSelect> {
  const { project: slug, url, environment } = parseInput(addTargetInput, input);
  const { project } = await authorize(ctx, slug, "target.manage");
  assertAuditable(url);
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const [have] = await tx.select({ count: count() }).from(targets).where(eq(targets.projectId, project.id));
    if (have && have.count >= TARGETS_MAX) {
      throw new AppError("conflict", `A project has at most ${TARGETS_MAX} addresses.`);
    }
    const [target] = await tx
      .insert(targets)
      .values({ projectId: project.id, kind: "web", environment, url, createdAt: ctx.now })
      .onConflictDoNothing({ target: [targets.projectId, targets.url] })
      .returning();
    if (!target) throw new AppError("conflict", `${url} is one of the project's addresses already.`);
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "target.added",
      objectType: "target",
      objectId: target.id,
      details: { url, environment },
    });
    return target;
  });
}
