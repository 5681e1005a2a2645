import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { results, risks, runs } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { isUnresolved, lockRisk, type Risk, riskRef } from "./load-risk.ts";
import { reason } from "./schemas.ts";

export const closeRiskInput = riskRef.extend({ reason });

/** Closes a risk that no audit can verify: made by hand, imported from a scanner, its target removed, or its rule with nothing left to look at. */
export async function closeRisk({ ctx, input }: { ctx: Ctx; input: z.input<typeof closeRiskInput> }): Promise<Risk> {
  const { project: slug, number, reason: why } = parseInput(closeRiskInput, input);
  const { project } = await authorize(ctx, slug, "risk.write");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const risk = await lockRisk(tx, project.id, number);
    if (!isUnresolved(risk)) throw new AppError("conflict", `Risk ${number} is settled already.`);
    if (await canBeVerified(tx, risk)) {
      throw new AppError(
        "conflict",
        "An audit found this risk, so an audit has to see it gone: mark it fixed instead.",
      );
    }
    const [closed] = await tx
      .update(risks)
      .set({ state: "closed", closedAt: ctx.now, updatedAt: ctx.now })
      .where(and(eq(risks.projectId, project.id), eq(risks.id, risk.id)))
      .returning();
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "risk.closed",
      objectType: "risk",
      objectId: risk.id,
      details: { number, reason: why },
    });
    await recordReadiness(tx, ctx, project.id);
    return closed ?? risk;
  });
}

async function canBeVerified(tx: Db, risk: Risk): Promise<boolean> {
  if (risk.fingerprint === null || risk.targetId === null || risk.rule === null) return false;
  const [newest] = await tx
    .select({ verdict: results.verdict })
    .from(results)
    .innerJoin(runs, and(eq(runs.id, results.runId), eq(runs.state, "finished")))
    .where(and(eq(results.projectId, risk.projectId), eq(results.targetId, risk.targetId), eq(results.rule, risk.rule)))
    .orderBy(desc(results.observedAt))
    .limit(1);
  return newest?.verdict !== "not_applicable";
}
