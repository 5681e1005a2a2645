import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { z } from "zod";
import { runs, targets } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { RULES } from "#lib/audits/registry.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { insertRun, type Run } from "#lib/ledger/insert-run.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

export const startRunInput = z.object({
  project: z.string(),
  /** Rule ids; all rules unless some are named. */
  rules: z.array(z.string()).min(1, "Name at least one rule, or leave the list out.").max(200).optional(),
  reason: z.enum(["manual", "schedule", "api"]).default("manual"),
});

/**
 * Queues an audit of all the project's targets.
 * @throws AppError conflict while another one is under way; verify runs of single risks do not count.
 */
export async function startRun({ ctx, input }: { ctx: Ctx; input: z.input<typeof startRunInput> }): Promise<Run> {
  const { project: slug, rules, reason } = parseInput(startRunInput, input);
  const { project } = await authorize(ctx, slug, "run.start");
  const ruleIds = chosenRules(rules);
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const [busy] = await tx
      .select({ number: runs.number })
      .from(runs)
      .where(and(eq(runs.projectId, project.id), inArray(runs.state, ["queued", "running"]), ne(runs.reason, "verify")))
      .limit(1);
    if (busy) {
      throw new AppError("conflict", `Run ${busy.number} is still under way. Wait for its end or cancel it first.`);
    }
    const audited = await tx
      .select({ id: targets.id })
      .from(targets)
      .where(eq(targets.projectId, project.id))
      .orderBy(asc(targets.createdAt), asc(targets.id));
    if (audited.length === 0) {
      throw new AppError("conflict", "There is nothing to audit yet: add the address of the product first.");
    }
    const targetIds = audited.map((target) => target.id);
    const run = await insertRun(tx, ctx, { projectId: project.id, reason, rules: ruleIds, targetIds });
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "run.started",
      objectType: "run",
      objectId: run.id,
      details: { number: run.number, reason, rules: ruleIds.length, targets: targetIds.length },
    });
    return run;
  });
}

function chosenRules(names: string[] | undefined): string[] {
  const all = RULES.map((rule) => rule.id as string);
  if (!names) return all;
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    throw new AppError("invalid", `There is no rule called ${unknown.join(", ")}.`, {
      fieldErrors: { rules: unknown.map((name) => `There is no rule called ${name}.`) },
    });
  }
  return all.filter((id) => names.includes(id));
}
