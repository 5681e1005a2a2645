import { z } from "zod";
import { RULES } from "#lib/audits/registry.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { beginAudit } from "#lib/ledger/begin-audit.ts";
import type { Run } from "#lib/ledger/insert-run.ts";
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
    const begun = await beginAudit(tx, ctx, { projectId: project.id, reason, rules: ruleIds });
    if (begun.state === "started") return begun.run;
    throw new AppError(
      "conflict",
      begun.state === "busy"
        ? `Run ${begun.number} is still under way. Wait for its end or cancel it first.`
        : "There is nothing to audit yet: add the address of the product first.",
    );
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
