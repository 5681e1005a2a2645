import { failDomainCheck } from "#lib/domain-checks/fail-domain-check.ts";
import { linksToCheck } from "#lib/handover-links/links-to-check.ts";
import { storeLinkCheck } from "#lib/handover-links/store-link-check.ts";
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
  "check-domain": async (payload, tools) => {
    await failDomainCheck({ ctx: jobCtx(tools, "check-domain"), input: payload });
  },
  "check-links": async ({ projectId }, tools) => {
    const ctx = jobCtx(tools, "check-links");
    // What has a date is not due again at once, so that the next sweep does not begin it all anew.
    for (const url of await linksToCheck({ ctx, input: { projectId, onlyDue: true } })) {
      const reason = "The worker stopped several times in the middle of it.";
      await storeLinkCheck({ ctx, input: { projectId, url, state: "not_checked", status: null, reason } });
    }
  },
};
