import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { risks } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { ruleById } from "#lib/audits/registry.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { insertRun, type Run } from "#lib/ledger/insert-run.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { lockRisk, type Risk, riskRef } from "./load-risk.ts";

export const markFixedInput = riskRef;

/** Starts a run of exactly the risk's rule at its target; that run, not this claim, settles the risk. */
export async function markFixed({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof markFixedInput>;
}): Promise<{ risk: Risk; run: Run }> {
  const { project: slug, number } = parseInput(markFixedInput, input);
  const { project } = await authorize(ctx, slug, "risk.mark_fixed");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const risk = await lockRisk(tx, project.id, number);
    const { rule, targetId } = checkable(risk);
    const run = await insertRun(tx, ctx, {
      projectId: project.id,
      reason: "verify",
      rules: [rule],
      targetIds: [targetId],
      riskId: risk.id,
    });
    const [rechecking] = await tx
      .update(risks)
      .set({ state: "rechecking", updatedAt: ctx.now })
      .where(and(eq(risks.projectId, project.id), eq(risks.id, risk.id)))
      .returning();
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "risk.mark_fixed",
      objectType: "risk",
      objectId: risk.id,
      details: { number, run: run.number },
    });
    return { risk: rechecking ?? risk, run };
  });
}

function checkable(risk: Risk): { rule: string; targetId: string } {
  if (risk.state === "rechecking")
    throw new AppError("conflict", `Risk ${risk.number} is being checked again already.`);
  if (risk.state !== "open") throw new AppError("conflict", `Risk ${risk.number} is settled already.`);
  if (risk.fingerprint === null) {
    throw new AppError("conflict", "No rule looks after a risk made by hand. Close it, with the reason.");
  }
  if (risk.tool !== null) {
    throw new AppError(
      "conflict",
      `${risk.tool} found this, so nothing here can look again. Import a newer complete scan; it verifies the fix.`,
    );
  }
  if (risk.targetId === null) {
    throw new AppError(
      "conflict",
      "Its target was removed, so nothing can be checked again. Close it, with the reason.",
    );
  }
  if (risk.rule === null || !ruleById(risk.rule)) {
    throw new AppError("conflict", "The rule that found this risk is not part of this version any more.");
  }
  return { rule: risk.rule, targetId: risk.targetId };
}
