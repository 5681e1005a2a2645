import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { decisions } from "#db/schema/index.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { assertSecond, lockProposal, proposalRef } from "./lock-proposal.ts";
import { reason } from "./schemas.ts";
import { type Decision, recordDecision } from "./store-decision.ts";

export const declineDecisionInput = proposalRef.extend({ reason });

type Call = { ctx: Ctx; input: z.input<typeof declineDecisionInput> };

/** The second person's no. Whatever was decided before goes on to count. */
export async function declineDecision({ ctx, input }: Call): Promise<Decision> {
  const { project: slug, reason: why, ...ref } = parseInput(declineDecisionInput, input);
  const { project, role } = await authorize(ctx, slug, "risk.second");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const waiting = await lockProposal(tx, project.id, ref);
    await assertSecond(tx, ctx, role, waiting);
    const [declined] = await tx
      .update(decisions)
      .set({
        state: "declined",
        declineReason: why,
        deciderId: ctx.actor.type === "user" ? ctx.actor.id : null,
        decidedAt: ctx.now,
      })
      .where(and(eq(decisions.projectId, project.id), eq(decisions.id, waiting.proposal.id)))
      .returning();
    if (!declined) throw new Error("The decision has gone.");
    await recordDecision(tx, ctx, waiting.risk, declined, "risk.decision_declined", { why });
    return declined;
  });
}
