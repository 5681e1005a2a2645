import type { z } from "zod";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { assertMember } from "#lib/ledger/assert-member.ts";
import { changesOf } from "#lib/ledger/changes-of.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { changeRisk } from "./change-risk.ts";
import { lockRisks, riskRefs } from "./load-risk.ts";
import { reason, riskFields } from "./schemas.ts";

export const assignRisksInput = riskRefs.extend({
  ownerId: riskFields.ownerId.optional(),
  dueAt: riskFields.dueAt.optional(),
  reason: reason.optional(),
});

export type Assigned = { number: number; outcome: "changed" | "unchanged" | "refused"; reason: string | null };

type Call = { ctx: Ctx; input: z.input<typeof assignRisksInput> };

/** Puts many risks into somebody's hands, or sets their due date, in one transaction; each that is refused is named. */
export async function assignRisks({ ctx, input }: Call): Promise<Assigned[]> {
  const { project: slug, numbers, reason: why, ...fields } = parseInput(assignRisksInput, input);
  const { project } = await authorize(ctx, slug, "risk.write");
  if (fields.ownerId === undefined && fields.dueAt === undefined) {
    throw new AppError("invalid", "Say who, or until when.");
  }
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    await assertMember(tx, project.id, fields.ownerId);
    const known = await lockRisks(tx, project.id, numbers);
    const answers: Assigned[] = [];
    for (const number of numbers) {
      const risk = known.get(number);
      if (!risk) {
        answers.push({ number, outcome: "refused", reason: "There is no such risk." });
        continue;
      }
      const changes = changesOf(risk, fields);
      const isChange = Object.keys(changes.values).length > 0;
      if (isChange) await changeRisk(tx, ctx, risk, changes, why);
      answers.push({ number, outcome: isChange ? "changed" : "unchanged", reason: null });
    }
    await recordReadiness(tx, ctx, project.id);
    return answers;
  });
}
