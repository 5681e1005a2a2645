import { sql } from "drizzle-orm";
import { pendingLinkCheck } from "#db/queries/pending-link-check.ts";
import type { Ctx } from "#lib/ctx.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { uuidv7 } from "#lib/uuid.ts";
import { CHECK_EVERY_DAYS } from "./links-to-check.ts";

const DAY_MS = 86_400_000;

/** Has links followed that are new, or that nobody has followed for a week; answers in how many projects. */
export async function startDueChecks(ctx: Ctx): Promise<number> {
  assertSystem(ctx);
  const before = new Date(ctx.now.getTime() - CHECK_EVERY_DAYS * DAY_MS).toISOString();
  const due = await ctx.db.execute<{ id: string }>(sql`
    select p.id from projects p where p.archived_at is null and (
      exists (select from handover_links l where l.project_id = p.id
        and (l.link_check is null or l.link_check->>'at' <= ${before}))
      or exists (select from providers v where v.project_id = p.id and v.console_url is not null
        and (v.console_check is null or v.console_check->>'at' <= ${before})))
    order by p.id`);
  let started = 0;
  for (const { id } of due) if (await startUnlessPending(ctx, id)) started += 1;
  return started;
}

async function startUnlessPending(ctx: Ctx, projectId: string): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, projectId);
    if (await pendingLinkCheck(tx, projectId)) return false;
    await enqueue(tx, "check-links", uuidv7(), { projectId, onlyDue: true });
    return true;
  });
}
