import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { runs, targets } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import type { Ctx } from "#lib/ctx.ts";
import { insertRun, type Run } from "./insert-run.ts";

type Audit = Pick<Run, "projectId" | "reason" | "rules">;
/** `busy`: the number of the run that is under way. */
type Begun = { state: "started"; run: Run } | { state: "busy"; number: number } | { state: "no_targets" };

/**
 * Queues an audit of all the project's targets, unless one is under way; verify runs of single risks do not count. The
 * caller holds the project's lock.
 */
export async function beginAudit(tx: Db, ctx: Ctx, { projectId, reason, rules }: Audit): Promise<Begun> {
  const [busy] = await tx
    .select({ number: runs.number })
    .from(runs)
    .where(and(eq(runs.projectId, projectId), inArray(runs.state, ["queued", "running"]), ne(runs.reason, "verify")))
    .limit(1);
  if (busy) return { state: "busy", number: busy.number };
  const audited = await tx
    .select({ id: targets.id })
    .from(targets)
    .where(eq(targets.projectId, projectId))
    .orderBy(asc(targets.createdAt), asc(targets.id));
  if (audited.length === 0) return { state: "no_targets" };
  const targetIds = audited.map((target) => target.id);
  const run = await insertRun(tx, ctx, { projectId, reason, rules, targetIds });
  await recordActivity(tx, ctx, {
    projectId,
    action: "run.started",
    objectType: "run",
    objectId: run.id,
    details: { number: run.number, reason, rules: rules.length, targets: targetIds.length },
  });
  return { state: "started", run };
}
