import { z } from "zod";
import { decisions, TREATMENTS } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { futureWithin } from "#lib/ledger/future-within.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { isUnresolved, lockRisk, riskRef } from "./load-risk.ts";
import { reason } from "./schemas.ts";

export type Decision = typeof decisions.$inferSelect;

export const decideRiskInput = riskRef.extend({
  treatment: z.enum(TREATMENTS),
  reason,
  compensatingControl: z.string().trim().max(2000).default(""),
  /** Required to defer or accept: the day on which the risk blocks again by itself. */
  expiresAt: z.coerce.date().nullable().default(null),
});

const DAYS_MAX = 180;

/** Records what is to be done about a risk. The newest decision counts, until it expires. */
export async function decideRisk({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof decideRiskInput>;
}): Promise<Decision> {
  const { project: slug, number, ...decided } = parseInput(decideRiskInput, input);
  const { project } = await authorize(ctx, slug, "risk.decide");
  const expiresAt =
    decided.treatment === "fix_now" ? null : futureWithin(decided.expiresAt, DAYS_MAX, ctx.now, "expiresAt");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const risk = await lockRisk(tx, project.id, number);
    if (!isUnresolved(risk)) throw new AppError("conflict", `Risk ${number} is settled already.`);
    const [decision] = await tx
      .insert(decisions)
      .values({
        ...decided,
        expiresAt,
        projectId: project.id,
        riskId: risk.id,
        askedById: ctx.actor.type === "user" ? ctx.actor.id : null,
        deciderId: ctx.actor.type === "user" ? ctx.actor.id : null,
        createdAt: ctx.now,
        decidedAt: ctx.now,
      })
      .returning();
    if (!decision) throw new Error("The decision was not stored.");
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "risk.decided",
      objectType: "risk",
      objectId: risk.id,
      details: {
        number,
        treatment: decided.treatment,
        reason: decided.reason,
        expiresAt: expiresAt?.toISOString() ?? null,
      },
    });
    await recordReadiness(tx, ctx, project.id);
    return decision;
  });
}
