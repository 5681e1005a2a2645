import { and, eq, inArray } from "drizzle-orm";
import { findDrift } from "#lib/audits/drift.ts";
import type { Db } from "../client.ts";
import { results, type targets } from "../schema/index.ts";
import type { HostDrift } from "./domain-views.ts";
import { loadObservations } from "./load-observations.ts";

type Target = Pick<typeof targets.$inferSelect, "id" | "projectId" | "url">;
type Found = HostDrift & { run: number; before: number };

/** What changed at a target between the last two finished audits of it, up to a run; null when there are not two. */
export async function loadHostDrift(db: Db, target: Target, upToRun?: number): Promise<Found | null> {
  const seen = await loadObservations(db, { projectId: target.projectId, targetId: target.id, upToRun, limit: 2 });
  const [now, before] = seen;
  if (!now || !before) return null;
  const said = await db
    .select({
      runId: results.runId,
      rule: results.rule,
      verdict: results.verdict,
      severity: results.severity,
      code: results.code,
      summary: results.summary,
    })
    .from(results)
    .where(
      and(
        eq(results.projectId, target.projectId),
        eq(results.targetId, target.id),
        inArray(results.runId, [now.runId, before.runId]),
      ),
    )
    .orderBy(results.rule);
  const look = ({ runId, observation }: typeof now) => ({
    observation,
    results: said.filter((result) => result.runId === runId),
  });
  const items = findDrift(look(before), look(now));
  return { targetId: target.id, url: target.url, items, run: now.runNumber, before: before.runNumber };
}
