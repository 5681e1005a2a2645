import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { risks } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { assertMember } from "#lib/ledger/assert-member.ts";
import { changesOf } from "#lib/ledger/changes-of.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { lockRisk, type Risk, riskRef } from "./load-risk.ts";
import { riskFields } from "./schemas.ts";

export const updateRiskInput = riskRef.extend(z.object(riskFields).partial().shape);

/** What the evidence says of a finding is not a matter of opinion; its owner, date and exposure are. */
const FROM_EVIDENCE = ["title", "checkId", "severity"] as const;

/** Changes the fields that are given. */
export async function updateRisk({ ctx, input }: { ctx: Ctx; input: z.input<typeof updateRiskInput> }): Promise<Risk> {
  const { project: slug, number, ...fields } = parseInput(updateRiskInput, input);
  const { project } = await authorize(ctx, slug, "risk.write");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const risk = await lockRisk(tx, project.id, number);
    await assertMember(tx, project.id, fields.ownerId);
    const changes = changesOf(risk, fields);
    if (Object.keys(changes.values).length === 0) return risk;
    const fixed = FROM_EVIDENCE.filter((field) => field in changes.values);
    if (risk.fingerprint !== null && fixed.length > 0) {
      const message = "This comes from the audit's evidence and cannot be set by hand.";
      throw new AppError("invalid", message, {
        fieldErrors: Object.fromEntries(fixed.map((field) => [field, [message]])),
      });
    }
    const [updated] = await tx
      .update(risks)
      .set({ ...changes.values, updatedAt: ctx.now })
      .where(and(eq(risks.projectId, project.id), eq(risks.id, risk.id)))
      .returning();
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "risk.updated",
      objectType: "risk",
      objectId: risk.id,
      details: { number, changes: changes.log },
    });
    await recordReadiness(tx, ctx, project.id);
    return updated ?? risk;
  });
}
