import type { z } from "zod";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { type Decided, decideMany } from "./decide-many.ts";
import { decisionFields, withEnd } from "./decision-fields.ts";
import { riskRefs } from "./load-risk.ts";

export const proposeDecisionsInput = riskRefs.extend(decisionFields.shape);

type Call = { ctx: Ctx; input: z.input<typeof proposeDecisionsInput> };

/** Asks for one decision on many risks, in one transaction; each waits for a second person by itself. */
export async function proposeDecisions({ ctx, input }: Call): Promise<Decided[]> {
  const { project: slug, numbers, ...said } = parseInput(proposeDecisionsInput, input);
  const { project } = await authorize(ctx, slug, "risk.propose");
  const fields = withEnd(said, ctx.now);
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    return decideMany(tx, ctx, { projectId: project.id, numbers, fields, isAsked: true });
  });
}
