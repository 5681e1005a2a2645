import { eq, max } from "drizzle-orm";
import { z } from "zod";
import { risks } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertMember } from "#lib/ledger/assert-member.ts";
import { exposureOf } from "#lib/ledger/exposure.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import type { Risk } from "./load-risk.ts";
import { riskFields } from "./schemas.ts";

export const createRiskInput = z.object({
  project: z.string(),
  title: riskFields.title,
  description: riskFields.description.default(""),
  checkId: riskFields.checkId,
  severity: riskFields.severity,
  /** What is usual for the severity, unless given. */
  likelihood: riskFields.likelihood.optional(),
  impact: riskFields.impact.optional(),
  ownerId: riskFields.ownerId.default(null),
  dueAt: riskFields.dueAt.default(null),
});

/** Puts a risk on the register by hand. */
export async function createRisk({ ctx, input }: { ctx: Ctx; input: z.input<typeof createRiskInput> }): Promise<Risk> {
  const { project: slug, likelihood, impact, ...fields } = parseInput(createRiskInput, input);
  const { project } = await authorize(ctx, slug, "risk.write");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    await assertMember(tx, project.id, fields.ownerId);
    const [last] = await tx
      .select({ number: max(risks.number) })
      .from(risks)
      .where(eq(risks.projectId, project.id));
    const usual = exposureOf(fields.severity);
    const [risk] = await tx
      .insert(risks)
      .values({
        ...fields,
        projectId: project.id,
        number: (last?.number ?? 0) + 1,
        likelihood: likelihood ?? usual.likelihood,
        impact: impact ?? usual.impact,
        state: "open",
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .returning();
    if (!risk) throw new Error("The risk was not stored.");
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "risk.created",
      objectType: "risk",
      objectId: risk.id,
      details: { number: risk.number, title: risk.title, severity: risk.severity },
    });
    await recordReadiness(tx, ctx, project.id);
    return risk;
  });
}
