import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { decisions } from "#db/schema/index.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { isUnresolved } from "./load-risk.ts";
import { assertSecond, lockProposal, proposalRef } from "./lock-proposal.ts";
import { type Decision, recordDecision } from "./store-decision.ts";

type Call = { ctx: Ctx; input: z.input<typeof proposalRef> };

/** The second person's yes: from now on two people stand behind it. */
export async function approveDecision({ ctx, input }: Call): Promise<Decision> {
  const { project: slug, ...ref } = parseInput(proposalRef, input);
  const { project, role } = await authorize(ctx, slug, "risk.second");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const waiting = await lockProposal(tx, project.id, ref);
    const { risk, proposal } = waiting;
    await assertSecond(tx, ctx, role, waiting);
    if (!isUnresolved(risk)) throw new AppError("conflict", `Risk ${risk.number} is settled already.`);
    if (proposal.expiresAt !== null && proposal.expiresAt <= ctx.now) {
      const message = "Its review date has passed. Ask again with a new one.";
      throw new AppError("invalid", message, { fieldErrors: { expiresAt: [message] } });
    }
    const [decided] = await tx
      .update(decisions)
      .set({
        state: "decided",
        deciderId: ctx.actor.type === "user" ? ctx.actor.id : null,
        decidedAt: ctx.now,
        isByTwo: true,
      })
      .where(and(eq(decisions.projectId, project.id), eq(decisions.id, proposal.id)))
      .returning();
    if (!decided) throw new Error("The decision has gone.");
    await recordDecision(tx, ctx, risk, decided, "risk.decided", { isByTwo: true });
    await recordReadiness(tx, ctx, project.id);
    return decided;
  });
}
