import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { auditSchedules, projects } from "#db/schema/index.ts";
import { RULES } from "#lib/audits/registry.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";
import { beginAudit } from "#lib/ledger/begin-audit.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { nextSlot } from "./next-slot.ts";

/**
 * Starts the audits that are due, each in a transaction of its own; answers how many. Where a run is under way, the
 * audit stays due. However many slots were missed, one audit makes up for them.
 */
export async function startDueAudits(ctx: Ctx): Promise<number> {
  assertSystem(ctx);
  const due = await ctx.db
    .select({ projectId: auditSchedules.projectId })
    .from(auditSchedules)
    .innerJoin(projects, eq(projects.id, auditSchedules.projectId))
    .where(and(lte(auditSchedules.nextAt, ctx.now), isNull(projects.archivedAt)))
    .orderBy(asc(auditSchedules.nextAt));
  let started = 0;
  for (const { projectId } of due) if (await startIfDue(ctx, projectId)) started += 1;
  return started;
}

/** Another worker that has claimed the same schedule is not waited for. */
async function startIfDue(ctx: Ctx, projectId: string): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const own = eq(auditSchedules.projectId, projectId);
    const [claimed] = await tx
      .select()
      .from(auditSchedules)
      .where(and(own, lte(auditSchedules.nextAt, ctx.now)))
      .for("update", { skipLocked: true });
    if (!claimed) return false;
    await lockProject(tx, projectId);
    const rules = RULES.map((rule) => rule.id);
    const begun = await beginAudit(tx, ctx, { projectId, reason: "schedule", rules });
    if (begun.state === "busy") return false;
    const nextAt = nextSlot(claimed.nextAt, claimed.every, ctx.now);
    await tx.update(auditSchedules).set({ nextAt }).where(own);
    return begun.state === "started";
  });
}
