import { count, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { targets } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";

type Target = typeof targets.$inferSelect;
type NewTarget = Pick<Target, "projectId" | "url" | "environment" | "profile"> &
  Partial<Pick<Target, "expects" | "origins" | "selectors">>;

const TARGETS_MAX = 20;

/**
 * Puts an address under audit. The caller holds the project's lock and has found the address auditable.
 * @throws AppError conflict when the project has the address already, or has as many as it may.
 */
export async function insertTarget(tx: Db, ctx: Ctx, values: NewTarget): Promise<Target> {
  const { projectId, url, environment, profile } = values;
  const [have] = await tx.select({ count: count() }).from(targets).where(eq(targets.projectId, projectId));
  if (have && have.count >= TARGETS_MAX) {
    throw new AppError("conflict", `A project has at most ${TARGETS_MAX} addresses.`);
  }
  const [target] = await tx
    .insert(targets)
    .values({ ...values, kind: "web", createdAt: ctx.now })
    .onConflictDoNothing({ target: [targets.projectId, targets.url] })
    .returning();
  if (!target) throw new AppError("conflict", `${url} is one of the project's addresses already.`);
  await recordActivity(tx, ctx, {
    projectId,
    action: "target.added",
    objectType: "target",
    objectId: target.id,
    details: { url, environment, profile },
  });
  return target;
}
