import { orphanedWork } from "#db/queries/orphaned-work.ts";
import { forgetDomainChecks } from "#lib/domain-checks/forget-domain-checks.ts";
import { startDueChecks } from "#lib/handover-links/start-due-checks.ts";
import { noteExpiries } from "#lib/risks/note-expiries.ts";
import { startDueAudits } from "#lib/schedules/start-due-audits.ts";
import { giveUp } from "./handlers/give-up.ts";
import { type JobTools, jobCtx } from "./handlers/job-context.ts";

/**
 * Ends what no job works on any more, so that nothing shows as under way for ever; forgets what strangers had looked at an
 * hour ago; then starts the audits and the checks of links that are due, and says which
 * decisions end.
 * Safe to run anywhere, any time.
 */
export async function sweep(tools: Pick<JobTools, "db" | "now">): Promise<void> {
  const { runs, packs, checks } = await orphanedWork(jobCtx(tools, "sweep"));
  for (const run of runs) await giveUp["audit-run"](run, tools);
  for (const pack of packs) await giveUp["render-pack"](pack, tools);
  for (const check of checks) await giveUp["check-domain"](check, tools);
  await forgetDomainChecks({ ctx: jobCtx(tools, "sweep") });
  await startDueAudits(jobCtx(tools, "schedule"));
  await startDueChecks(jobCtx(tools, "schedule"));
  await noteExpiries(jobCtx(tools, "sweep"));
}
