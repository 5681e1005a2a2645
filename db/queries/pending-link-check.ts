import { sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { iso } from "./iso.ts";

/** The check of a project's links that waits or is under way; `onlyDue`: of those alone that nobody has followed lately. */
export type PendingLinkCheck = { since: string; onlyDue: boolean };

/** For those who have been let in already. Its job is all that is kept of it, so that nothing is left behind. */
export async function pendingLinkCheck(db: Db, projectId: string): Promise<PendingLinkCheck | null> {
  const [job] = await db.execute<{ since: string | Date; onlyDue: boolean | null }>(sql`
    select created_on as "since", (data->>'onlyDue')::boolean as "onlyDue" from pgboss.job
    where name = 'check-links' and data->>'projectId' = ${projectId} and state in ('created', 'retry', 'active')
    order by created_on limit 1`);
  return job ? { since: iso(new Date(job.since)), onlyDue: job.onlyDue ?? false } : null;
}
