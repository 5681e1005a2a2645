import { z } from "zod";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { assertMember } from "#lib/ledger/assert-member.ts";
import { changesOf } from "#lib/ledger/changes-of.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { changeRisk } from "./change-risk.ts";
import { lockRisk, type Risk, riskRef } from "./load-risk.ts";
import { reason, riskFields } from "./schemas.ts";

export const updateRiskInput = riskRef
  .extend(z.object(riskFields).partial().shape)
  /** Goes into the history, beside what was changed. */
  .extend({ reason: reason.optional() });

/**
 * What the evidence says of a finding is not a matter of opinion; its owner, date and exposure are. A scanner's text
 * stays the scanner's, while the check that its finding was laid to is our guess.
 */
const FROM_EVIDENCE = ["title", "checkId", "severity"] as const;
const FROM_SCANNER = ["title", "description", "severity"] as const;

/** Changes the fields that are given. */
export async function updateRisk({ ctx, input }: { ctx: Ctx; input: z.input<typeof updateRiskInput> }): Promise<Risk> {
  const { project: slug, number, reason: why, ...fields } = parseInput(updateRiskInput, input);
  const { project } = await authorize(ctx, slug, "risk.write");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const risk = await lockRisk(tx, project.id, number);
    await assertMember(tx, project.id, fields.ownerId);
    const changes = changesOf(risk, fields);
    if (Object.keys(changes.values).length === 0) return risk;
    const fixed = (risk.tool === null ? FROM_EVIDENCE : FROM_SCANNER).filter((field) => field in changes.values);
    if (risk.fingerprint !== null && fixed.length > 0) {
      const source = risk.tool === null ? "the audit's evidence" : `the report of ${risk.tool}`;
      const message = `This comes from ${source} and cannot be set by hand.`;
      throw new AppError("invalid", message, {
        fieldErrors: Object.fromEntries(fixed.map((field) => [field, [message]])),
      });
    }
    const updated = await changeRisk(tx, ctx, risk, changes, why);
    await recordReadiness(tx, ctx, project.id);
    return updated;
  });
}
