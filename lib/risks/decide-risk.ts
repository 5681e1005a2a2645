import type { z } from "zod";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertMember } from "#lib/ledger/assert-member.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { decisionFields, withEnd } from "./decision-fields.ts";
import { lockUnresolved, riskRef } from "./load-risk.ts";
import { type Decision, storeDecision, takesTwo } from "./store-decision.ts";

export const decideRiskInput = riskRef.extend(decisionFields.shape);

type Call = { ctx: Ctx; input: z.input<typeof decideRiskInput> };

/**
 * A founder's word on a risk: the newest counts, until it ends. To put off a critical risk takes a second person, so
 * then the answer's `state` is "proposed", and nothing changes until somebody approves.
 */
export async function decideRisk({ ctx, input }: Call): Promise<Decision> {
  const { project: slug, number, ...said } = parseInput(decideRiskInput, input);
  const { project } = await authorize(ctx, slug, "risk.decide");
  const fields = withEnd(said, ctx.now);
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const risk = await lockUnresolved(tx, project.id, number);
    await assertMember(tx, project.id, fields.ownerId);
    const state = takesTwo(risk, fields) ? "proposed" : "decided";
    const decision = await storeDecision(tx, ctx, risk, { ...fields, state });
    await recordReadiness(tx, ctx, project.id);
    return decision;
  });
}
