import { orphanedWork } from "#db/queries/orphaned-work.ts";
import { startDueAudits } from "#lib/schedules/start-due-audits.ts";
import { giveUp } from "./handlers/give-up.ts";
import { type JobTools, jobCtx } from "./handlers/job-context.ts";

/**
 * Ends what no job works on any more, so that nothing shows as under way for ever; then starts the audits that are due.
 * Safe to run anywhere, any time.
 */
export async function sweep(tools: Pick<JobTools, "db" | "now">): Promise<void> {
  const { runs, packs } = await orphanedWork(jobCtx(tools, "sweep"));
  for (const run of runs) await giveUp["audit-run"](run, tools);
  for (const pack of packs) await giveUp["render-pack"](pack, tools);
  await startDueAudits(jobCtx(tools, "schedule"));
}
