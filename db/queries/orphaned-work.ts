import { sql } from "drizzle-orm";
import type { Ctx } from "#lib/ctx.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";

export type OrphanedWork = {
  runs: { projectId: string; runId: string }[];
  packs: { projectId: string; packId: string }[];
  checks: { domainCheckId: string }[];
};

/** Runs, packs and checks of domains that wait for a job which is not there or has ended. A job has the id of what it works on. */
export async function orphanedWork(ctx: Ctx): Promise<OrphanedWork> {
  assertSystem(ctx);
  const [runs, packs, checks] = await Promise.all([
    ctx.db.execute<{ projectId: string; runId: string }>(sql`
      select r.project_id as "projectId", r.id as "runId" from runs r
      where r.state in ('queued', 'running') and not exists (
        select from pgboss.job j
        where j.name = 'audit-run' and j.id = r.id and j.state in ('created', 'retry', 'active'))`),
    ctx.db.execute<{ projectId: string; packId: string }>(sql`
      select p.project_id as "projectId", p.id as "packId" from packs p
      where p.state = 'rendering' and not exists (
        select from pgboss.job j
        where j.name = 'render-pack' and j.id = p.id and j.state in ('created', 'retry', 'active'))`),
    ctx.db.execute<{ domainCheckId: string }>(sql`
      select d.id as "domainCheckId" from domain_checks d
      where d.state in ('queued', 'running') and not exists (
        select from pgboss.job j
        where j.name = 'check-domain' and j.id = d.id and j.state in ('created', 'retry', 'active'))`),
  ]);
  return { runs: [...runs], packs: [...packs], checks: [...checks] };
}
