import type { z } from "zod";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { type Decided, decideMany } from "./decide-many.ts";
import { decisionFields, withEnd } from "./decision-fields.ts";
import { riskRefs } from "./load-risk.ts";

export const decideRisksInput = riskRefs.extend(decisionFields.shape);

type Call = { ctx: Ctx; input: z.input<typeof decideRisksInput> };

/** A founder's word on many risks, in one transaction; putting off the critical ones waits for a second person. */
export async function decideRisks({ ctx, input }: Call): Promise<Decided[]> {
  const { project: slug, numbers, ...said } = parseInput(decideRisksInput, input);
  const { project } = await authorize(ctx, slug, "risk.decide");
  const fields = withEnd(said, ctx.now);
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const answers = await decideMany(tx, ctx, { projectId: project.id, numbers, fields, isAsked: false });
    await recordReadiness(tx, ctx, project.id);
    return answers;
  });
}
