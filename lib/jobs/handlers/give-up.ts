import { failPack } from "#lib/packs/fail-pack.ts";
import { failRun } from "#lib/runs/fail-run.ts";
import type { JobName, JobPayload } from "../definitions.ts";
import { type JobTools, jobCtx } from "./job-context.ts";

const GAVE_UP = "The worker stopped several times in the middle of it. Start it again; nothing was changed.";

type GiveUp = { [N in JobName]: (payload: JobPayload<N>, tools: Pick<JobTools, "db" | "now">) => Promise<void> };

/** What becomes of the work of a job that will not be tried again. */
export const giveUp: GiveUp = {
  "audit-run": async (payload, tools) => {
    await failRun({ ctx: jobCtx(tools, "audit-run"), input: { ...payload, error: GAVE_UP } });
  },
  "render-pack": async (payload, tools) => {
    await failPack({ ctx: jobCtx(tools, "render-pack"), input: payload });
  },
};
