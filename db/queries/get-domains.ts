import { and, asc, count, desc, eq, inArray, ne } from "drizzle-orm";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { targetHost } from "#lib/target-url.ts";
import type { Db } from "../client.ts";
import { auditSchedules, foundHosts, oldUrls, runs, targets, users } from "../schema/index.ts";
import type { DomainsView, FoundHost, ScheduleView } from "./domain-views.ts";
import { hostRow, lastTwoLooks } from "./host-rows.ts";
import { iso } from "./iso.ts";

/** The project's hosts, one per row, with what the last two runs say of each, and those that nobody audits yet. */
export async function getDomains(ctx: Ctx, slug: string): Promise<DomainsView> {
  const { project } = await authorize(ctx, slug, "project.read");
  const { db } = ctx;
  const [audited, looks, found, schedule, finished, [running], [old]] = await Promise.all([
    db.select().from(targets).where(eq(targets.projectId, project.id)).orderBy(asc(targets.createdAt), asc(targets.id)),
    lastTwoLooks(db, eq(targets.projectId, project.id)),
    loadFound(db, project.id),
    loadSchedule(db, project.id),
    loadFinished(db, project.id),
    db
      .select({ number: runs.number, state: runs.state })
      .from(runs)
      .where(and(eq(runs.projectId, project.id), inArray(runs.state, ["queued", "running"]), ne(runs.reason, "verify")))
      .orderBy(desc(runs.number))
      .limit(1),
    db.select({ count: count() }).from(oldUrls).where(eq(oldUrls.projectId, project.id)),
  ]);
  const byTarget = Map.groupBy(looks, (look) => look.targetId);
  const hosts = audited.map((target) => hostRow(target, byTarget.get(target.id) ?? []));
  const known = new Set(audited.map((target) => targetHost(target.url)));
  return {
    hosts,
    found: found.filter(({ host }) => !known.has(host)),
    schedule,
    lastRun: finished[0] ?? null,
    runBefore: finished[1] ?? null,
    running: running ?? null,
    oldUrls: old?.count ?? 0,
  };
}

/** Those that wait for somebody first, then the ignored ones. */
async function loadFound(db: Db, projectId: string): Promise<FoundHost[]> {
  const rows = await db
    .select({ found: foundHosts, by: users.name })
    .from(foundHosts)
    .leftJoin(users, eq(users.id, foundHosts.ignoredBy))
    .where(eq(foundHosts.projectId, projectId))
    .orderBy(asc(foundHosts.host));
  const views = rows.map(({ found, by }) => ({
    host: found.host,
    sources: found.sources,
    firstSeenAt: iso(found.firstSeenAt),
    lastSeenAt: iso(found.lastSeenAt),
    ignored: found.ignoredAt && { at: iso(found.ignoredAt), reason: found.ignoredReason ?? "", by },
  }));
  return views.toSorted((a, b) => Number(a.ignored !== null) - Number(b.ignored !== null));
}

/** When the project is audited by itself; for those who have been let in already. */
export async function loadSchedule(db: Db, projectId: string): Promise<ScheduleView> {
  const [row] = await db
    .select({ every: auditSchedules.every, nextAt: auditSchedules.nextAt, setBy: users.name })
    .from(auditSchedules)
    .leftJoin(users, eq(users.id, auditSchedules.setBy))
    .where(eq(auditSchedules.projectId, projectId));
  return row ? { ...row, nextAt: iso(row.nextAt) } : null;
}

async function loadFinished(db: Db, projectId: string): Promise<{ number: number; finishedAt: string }[]> {
  const rows = await db
    .select({ number: runs.number, finishedAt: runs.finishedAt })
    .from(runs)
    .where(and(eq(runs.projectId, projectId), eq(runs.state, "finished"), ne(runs.reason, "verify")))
    .orderBy(desc(runs.number))
    .limit(2);
  return rows.flatMap(({ number, finishedAt }) => (finishedAt ? [{ number, finishedAt: iso(finishedAt) }] : []));
}
