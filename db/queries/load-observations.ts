import { and, desc, eq, lte, ne, sql } from "drizzle-orm";
import { type Observation, observationSchema } from "#lib/audits/observation.ts";
import type { Db } from "../client.ts";
import { observations, runs } from "../schema/index.ts";

type Seen = { runId: string; runNumber: number; observation: Observation };
type Wanted = { projectId: string; targetId: string; upToRun?: number | undefined; limit: number };

/**
 * What the newest finished audits saw of a target, newest first; verify runs of single risks are left out. So is what
 * an older version of Launch Ready has written in a form that is no longer read.
 */
export async function loadObservations(db: Db, { projectId, targetId, upToRun, limit }: Wanted): Promise<Seen[]> {
  const rows = await db
    .select({ runId: runs.id, runNumber: runs.number, observation: observations.observation })
    .from(observations)
    .innerJoin(runs, eq(runs.id, observations.runId))
    .where(
      and(
        eq(observations.projectId, projectId),
        eq(observations.targetId, targetId),
        eq(runs.state, "finished"),
        ne(runs.reason, "verify"),
        upToRun === undefined ? undefined : lte(runs.number, upToRun),
        sql`${observations.observation}->>'version' = ${String(observationSchema.shape.version.value)}`,
      ),
    )
    .orderBy(desc(runs.number))
    .limit(limit);
  return rows.flatMap(({ observation, ...run }) => {
    const { data } = observationSchema.safeParse(observation);
    return data ? [{ ...run, observation: data }] : [];
  });
}
