import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { decisions } from "#db/schema/index.ts";
import { recordActivities, recordActivity } from "#lib/activity/record-activity.ts";
import type { Ctx } from "#lib/ctx.ts";
import type { DecisionFields } from "./decision-fields.ts";
import type { Risk } from "./load-risk.ts";

export type Decision = typeof decisions.$inferSelect;

/** Two people have to stand behind putting off a critical risk, so one person's word on it is a proposal. */
export function takesTwo(risk: Risk, { treatment }: Pick<DecisionFields, "treatment">): boolean {
  return risk.severity === "critical" && treatment !== "fix_now";
}

/** What is said of a risk: as a decision, or as a proposal that waits. */
type Said = { risk: Risk; state: "proposed" | "decided" };

/**
 * Stores what one person says of risks of one project, in place of what was waiting, in as many statements for a hundred
 * as for one. The caller holds the project's lock, has checked the end and the owner, and records the readiness.
 */
export async function storeDecisions(
  tx: Db,
  ctx: Ctx,
  fields: DecisionFields,
  said: readonly Said[],
): Promise<Decision[]> {
  const [first] = said;
  if (!first) return [];
  const { projectId } = first.risk;
  const ids = said.map(({ risk }) => risk.id);
  const withdrawn = await tx
    .update(decisions)
    .set({ state: "withdrawn" })
    .where(and(eq(decisions.projectId, projectId), inArray(decisions.riskId, ids), eq(decisions.state, "proposed")))
    .returning();
  const actorId = ctx.actor.type === "user" ? ctx.actor.id : null;
  const stored = await tx
    .insert(decisions)
    .values(
      said.map(({ risk, state }) => ({
        ...fields,
        state,
        ownerId: fields.ownerId === undefined ? risk.ownerId : fields.ownerId,
        projectId,
        riskId: risk.id,
        askedById: actorId,
        deciderId: state === "decided" ? actorId : null,
        createdAt: ctx.now,
        decidedAt: state === "decided" ? ctx.now : null,
      })),
    )
    .returning();
  const log = said.flatMap(({ risk }) => [
    ...withdrawn.filter(({ riskId }) => riskId === risk.id).map((one) => entry(risk, one, WITHDRAWN, REPLACED)),
    ...stored
      .filter(({ riskId }) => riskId === risk.id)
      .map((one) => entry(risk, one, one.state === "decided" ? "risk.decided" : "risk.decision_proposed")),
  ]);
  await recordActivities(tx, ctx, projectId, log);
  return stored;
}

const WITHDRAWN = "risk.decision_withdrawn";
const REPLACED = { why: "A newer word on the risk took its place." };

/** The same of one risk. */
export async function storeDecision(
  tx: Db,
  ctx: Ctx,
  risk: Risk,
  { state, ...fields }: DecisionFields & Pick<Said, "state">,
): Promise<Decision> {
  const [decision] = await storeDecisions(tx, ctx, fields, [{ risk, state }]);
  if (!decision) throw new Error("The decision was not stored.");
  return decision;
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
  await recordActivity(tx, ctx, { projectId: risk.projectId, ...entry(risk, decision, action, more) });
}

function entry(risk: Risk, decision: Decision, action: string, more: Record<string, unknown> = {}) {
  return {
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
  };
}
