import { eq } from "drizzle-orm";
import { z } from "zod";
import { auditSchedules, SCHEDULE_INTERVALS } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { nextSlot } from "./next-slot.ts";

export const setScheduleInput = z.object({
  project: z.string(),
  /** `null`: no audit starts by itself. */
  every: z.enum(SCHEDULE_INTERVALS).nullable(),
});

type Schedule = typeof auditSchedules.$inferSelect;
type Call = { ctx: Ctx; input: z.input<typeof setScheduleInput> };

/**
 * Says how often a project is audited by itself, the first time one interval from now. Locks the schedule's row only:
 * whoever claims a due one locks that first and the project after.
 */
export async function setSchedule({ ctx, input }: Call): Promise<Schedule | null> {
  const { project: slug, every } = parseInput(setScheduleInput, input);
  const { project } = await authorize(ctx, slug, "schedule.manage");
  return ctx.db.transaction(async (tx) => {
    const own = eq(auditSchedules.projectId, project.id);
    const [before] = await tx.select().from(auditSchedules).where(own).for("update");
    if ((before?.every ?? null) === every) return before ?? null;
    const values = every && {
      every,
      nextAt: nextSlot(ctx.now, every, ctx.now),
      setBy: ctx.actor.type === "user" ? ctx.actor.id : null,
      updatedAt: ctx.now,
    };
    if (values === null) await tx.delete(auditSchedules).where(own);
    const [after] = values
      ? await tx
          .insert(auditSchedules)
          .values({ projectId: project.id, ...values })
          .onConflictDoUpdate({ target: auditSchedules.projectId, set: values })
          .returning()
      : [];
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: every === null ? "schedule.removed" : "schedule.set",
      objectType: "project",
      objectId: project.id,
      details: { from: before?.every ?? null, to: every },
    });
    return after ?? null;
  });
}
