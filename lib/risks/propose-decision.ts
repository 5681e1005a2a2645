import type { z } from "zod";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertMember } from "#lib/ledger/assert-member.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { decisionFields, withEnd } from "./decision-fields.ts";
import { lockUnresolved, riskRef } from "./load-risk.ts";
import { type Decision, storeDecision } from "./store-decision.ts";

export const proposeDecisionInput = riskRef.extend(decisionFields.shape);

type Call = { ctx: Ctx; input: z.input<typeof proposeDecisionInput> };

/** Asks for a decision. It counts for nothing until a second person approves; a newer one takes its place. */
export async function proposeDecision({ ctx, input }: Call): Promise<Decision> {
  const { project: slug, number, ...said } = parseInput(proposeDecisionInput, input);
  const { project } = await authorize(ctx, slug, "risk.propose");
  const fields = withEnd(said, ctx.now);
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const risk = await lockUnresolved(tx, project.id, number);
    await assertMember(tx, project.id, fields.ownerId);
    return storeDecision(tx, ctx, risk, { ...fields, state: "proposed" });
  });
}
