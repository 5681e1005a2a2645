import { and, asc, desc, eq, sql } from "drizzle-orm";
import { type OldUrlRow, oldUrlRows } from "#lib/audits/facts/old-urls.ts";
import { OLD_URLS_PER_RUN } from "#lib/audits/observation/target.ts";
import { type Observation, observationSchema } from "#lib/audits/observation.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import type { Db } from "../client.ts";
import { observations, oldUrls, runs } from "../schema/index.ts";
import type { OldUrlsView } from "./domain-views.ts";

/** The old addresses, and where the newest run that followed them saw each lead. */
export async function getOldUrls(ctx: Ctx, slug: string): Promise<OldUrlsView> {
  const { project } = await authorize(ctx, slug, "project.read");
  const [stored, observation] = await Promise.all([
    ctx.db
      .select({ from: oldUrls.from, to: oldUrls.to })
      .from(oldUrls)
      .where(eq(oldUrls.projectId, project.id))
      .orderBy(asc(oldUrls.position)),
    newestLook(ctx.db, project.id),
  ]);
  const seen = new Map((observation ? oldUrlRows(observation) : []).map((row) => [`${row.from} ${row.to}`, row]));
  const rows = stored.map((row, index) => seen.get(`${row.from} ${row.to}`) ?? unseen(row, index));
  const part = observation?.parts.oldUrls;
  const observedAt = part?.state === "observed" ? part.at : null;
  return { rows, total: stored.length, perRun: OLD_URLS_PER_RUN, observedAt };
}

function unseen({ from, to }: { from: string; to: string }, index: number): OldUrlRow {
  const note = index < OLD_URLS_PER_RUN ? "" : `A run looks at the first ${OLD_URLS_PER_RUN}.`;
  return { from, to, verdict: "not_run", note, status: null, final: null, hops: [] };
}

async function newestLook(db: Db, projectId: string): Promise<Observation | null> {
  const [row] = await db
    .select({ observation: observations.observation })
    .from(observations)
    .innerJoin(runs, eq(runs.id, observations.runId))
    .where(
      and(
        eq(observations.projectId, projectId),
        eq(runs.state, "finished"),
        sql`${observations.observation} #>> '{parts,oldUrls,state}' = 'observed'`,
        sql`jsonb_array_length(${observations.observation} #> '{target,notes,oldUrls}') > 0`,
      ),
    )
    .orderBy(desc(runs.number))
    .limit(1);
  return observationSchema.safeParse(row?.observation).data ?? null;
}
