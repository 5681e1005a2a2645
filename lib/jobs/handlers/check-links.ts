import { finishLinkCheck } from "#lib/handover-links/finish-link-check.ts";
import { linksToCheck } from "#lib/handover-links/links-to-check.ts";
import { storeLinkCheck } from "#lib/handover-links/store-link-check.ts";
import { followLink } from "#lib/probes/link-check.ts";
import type { JobPayload } from "../definitions.ts";
import { inParallel } from "./in-parallel.ts";
import { type JobTools, jobCtx } from "./job-context.ts";

const LINKS_AT_ONCE = 4;

/** Follows a project's links and keeps each result as it comes, so that a second try only repeats what it must. */
export async function checkLinks(payload: JobPayload<"check-links">, tools: JobTools): Promise<void> {
  const ctx = () => jobCtx(tools, "check-links");
  const urls = await linksToCheck({ ctx: ctx(), input: payload });
  if (urls.length === 0) return;
  const states = await inParallel(urls, LINKS_AT_ONCE, async (url, unwanted) => {
    const signal = AbortSignal.any([tools.signal, unwanted]);
    const seen = await followLink(url, tools.egress, signal);
    await storeLinkCheck({ ctx: ctx(), input: { projectId: payload.projectId, url, ...seen } });
    return seen.state;
  });
  await finishLinkCheck({
    ctx: ctx(),
    input: {
      projectId: payload.projectId,
      links: states.length,
      broken: states.filter((state) => state === "broken").length,
      unseen: states.filter((state) => state === "unreachable" || state === "not_checked").length,
    },
  });
}
