import { z } from "zod";
import { waivers } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { futureWithin } from "#lib/ledger/future-within.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { GATE_IDS } from "#lib/roadmap/ids.ts";

export const waiveGateInput = z.object({
  project: z.string(),
  gateId: z.enum(GATE_IDS),
  reason: z.string().trim().min(10, "Say why the launch may go on without it, in a sentence.").max(2000),
  expiresAt: z.coerce.date(),
});

export type Waiver = typeof waivers.$inferSelect;
const DAYS_MAX = 180;

/** Lets a gate item pass for a time, under the decider's name. The newest waiver of an item counts. */
export async function waiveGate({ ctx, input }: { ctx: Ctx; input: z.input<typeof waiveGateInput> }): Promise<Waiver> {
  const { project: slug, ...waived } = parseInput(waiveGateInput, input);
  const { project } = await authorize(ctx, slug, "waiver.write");
  if (ctx.actor.type !== "user") throw new AppError("forbidden", "Only a person can waive a gate item.");
  const decider = ctx.actor;
  const expiresAt = futureWithin(waived.expiresAt, DAYS_MAX, ctx.now, "expiresAt");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const [waiver] = await tx
      .insert(waivers)
      .values({ ...waived, expiresAt, projectId: project.id, deciderId: decider.id, createdAt: ctx.now })
      .returning();
    if (!waiver) throw new Error("The waiver was not stored.");
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "gate.waived",
      objectType: "gate",
      objectId: waived.gateId,
      details: { waiver: waiver.id, reason: waived.reason, expiresAt: expiresAt.toISOString() },
    });
    await recordReadiness(tx, ctx, project.id);
    return waiver;
  });
}
