import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { decisions } from "#db/schema/index.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { lockProposal, proposalRef } from "./lock-proposal.ts";
import { type Decision, recordDecision } from "./store-decision.ts";

export const withdrawDecisionInput = proposalRef.extend({ reason: z.string().trim().max(2000).default("") });

type Call = { ctx: Ctx; input: z.input<typeof withdrawDecisionInput> };

/** Takes back what was asked: by whoever asked, or by a founder. */
export async function withdrawDecision({ ctx, input }: Call): Promise<Decision> {
  const { project: slug, reason: why, ...ref } = parseInput(withdrawDecisionInput, input);
  const { project, role } = await authorize(ctx, slug, "risk.propose");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const { risk, proposal } = await lockProposal(tx, project.id, ref);
    const isOwn = ctx.actor.type === "user" && proposal.askedById === ctx.actor.id;
    if (!isOwn && role !== "founder") {
      throw new AppError("forbidden", "Only who asked for it, or a founder, can take it back.");
    }
    const [withdrawn] = await tx
      .update(decisions)
      .set({ state: "withdrawn" })
      .where(and(eq(decisions.projectId, project.id), eq(decisions.id, proposal.id)))
      .returning();
    if (!withdrawn) throw new Error("The decision has gone.");
    await recordDecision(tx, ctx, risk, withdrawn, "risk.decision_withdrawn", why === "" ? {} : { why });
    return withdrawn;
  });
}
