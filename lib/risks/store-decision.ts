import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { decisions } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import type { Ctx } from "#lib/ctx.ts";
import type { DecisionFields } from "./decision-fields.ts";
import type { Risk } from "./load-risk.ts";

export type Decision = typeof decisions.$inferSelect;

/** Two people have to stand behind putting off a critical risk, so one person's word on it is a proposal. */
export function takesTwo(risk: Risk, { treatment }: Pick<DecisionFields, "treatment">): boolean {
  return risk.severity === "critical" && treatment !== "fix_now";
}

/**
 * Stores what one person says of a risk, as a decision or as a proposal, in place of what was waiting. The caller holds
 * the project's lock, has checked the end and the owner, and records the readiness.
 */
export async function storeDecision(
  tx: Db,
  ctx: Ctx,
  risk: Risk,
  { state, ...fields }: DecisionFields & { state: "proposed" | "decided" },
): Promise<Decision> {
  await withdrawWaiting(tx, ctx, risk, "A newer word on the risk took its place.");
  const actorId = ctx.actor.type === "user" ? ctx.actor.id : null;
  const isDecided = state === "decided";
  const [decision] = await tx
    .insert(decisions)
    .values({
      ...fields,
      state,
      ownerId: fields.ownerId === undefined ? risk.ownerId : fields.ownerId,
      projectId: risk.projectId,
      riskId: risk.id,
      askedById: actorId,
      deciderId: isDecided ? actorId : null,
      createdAt: ctx.now,
      decidedAt: isDecided ? ctx.now : null,
    })
    .returning();
  if (!decision) throw new Error("The decision was not stored.");
  await recordDecision(tx, ctx, risk, decision, isDecided ? "risk.decided" : "risk.decision_proposed");
  return decision;
}

/** Takes back what waits for a second person, if anything does. */
async function withdrawWaiting(tx: Db, ctx: Ctx, risk: Risk, why: string): Promise<void> {
  const withdrawn = await tx
    .update(decisions)
    .set({ state: "withdrawn" })
    .where(and(ofRisk(risk), eq(decisions.state, "proposed")))
    .returning();
  for (const decision of withdrawn) {
    await recordDecision(tx, ctx, risk, decision, "risk.decision_withdrawn", { why });
  }
}

function ofRisk(risk: Risk) {
  return and(eq(decisions.projectId, risk.projectId), eq(decisions.riskId, risk.id));
}

/** Says in the risk's history what became of a decision; `reason` is that of the decision, `why` that of the answer. */
export async function recordDecision(
  tx: Db,
  ctx: Ctx,
  risk: Risk,
  decision: Decision,
  action: string,
  more: Record<string, unknown> = {},
): Promise<void> {
  await recordActivity(tx, ctx, {
    projectId: risk.projectId,
    action,
    objectType: "risk",
    objectId: risk.id,
    details: {
      number: risk.number,
      decisionId: decision.id,
      treatment: decision.treatment,
      reason: decision.reason,
      expiresAt: decision.expiresAt?.toISOString() ?? null,
      ...more,
    },
  });
}
