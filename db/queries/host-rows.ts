import { and, desc, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { AREAS, areaOf } from "#lib/audits/areas.ts";
import { RULES } from "#lib/audits/registry.ts";
import { compareVerdicts } from "#lib/audits/verdict-order.ts";
import { targetHost } from "#lib/target-url.ts";
import type { Db } from "../client.ts";
import { results, runs, targets } from "../schema/index.ts";
import type { Area, AreaCell, HostRow, Standing } from "./domain-views.ts";
import { iso } from "./iso.ts";

type Target = typeof targets.$inferSelect;

const { targetId, rule, verdict, runId, observedAt } = getTableColumns(results);
/** One of the last two results of a rule at a target. */
export type Look = Pick<typeof results.$inferSelect, "targetId" | "rule" | "verdict" | "runId" | "observedAt"> & {
  runNumber: number;
};

/** The results of each known rule in the last two finished runs that looked at a target, newest first. */
export async function lastTwoLooks(db: Db, where: SQL | undefined): Promise<Look[]> {
  const wanted = db
    .select({ rule: sql<string>`value`.as("wanted_rule") })
    .from(sql`jsonb_array_elements_text(${JSON.stringify(RULES.map((known) => known.id))}::jsonb)`)
    .as("wanted");
  const looks = db
    .select({ targetId, rule, verdict, runId, observedAt, runNumber: sql<number>`${runs.number}`.as("run_number") })
    .from(results)
    .innerJoin(runs, eq(runs.id, results.runId))
    .where(
      and(
        eq(results.projectId, targets.projectId),
        eq(results.targetId, targets.id),
        eq(results.rule, wanted.rule),
        eq(runs.state, "finished"),
      ),
    )
    .orderBy(desc(results.observedAt), desc(runs.number))
    .limit(2)
    .as("looks");
  const rows = await db
    .select()
    .from(targets)
    .crossJoin(wanted)
    .crossJoinLateral(looks)
    .where(where)
    .orderBy(desc(looks.observedAt), desc(looks.runNumber));
  return rows.map((row) => row.looks);
}

/** A host's row of the table, from its own looks. */
export function hostRow(target: Target, looks: readonly Look[]): HostRow {
  const byArea = Map.groupBy([...Map.groupBy(looks, (look) => look.rule)], ([ruleId]) => areaOf(ruleId));
  const cell = (area: Area): AreaCell => {
    const pairs = (byArea.get(area) ?? []).map(([, pair]) => pair);
    return {
      now: standing(pairs.flatMap((pair) => pair[0] ?? [])),
      before: standing(pairs.flatMap((pair) => pair[1] ?? [])),
    };
  };
  const newest = looks[0]?.observedAt ?? null;
  return {
    targetId: target.id,
    url: target.url,
    host: targetHost(target.url),
    profile: target.profile,
    environment: target.environment,
    areas: Object.fromEntries(AREAS.map((area) => [area, cell(area)])) as HostRow["areas"],
    observedAt: iso(newest),
  };
}

function standing(looks: readonly Look[]): Standing {
  const [worst] = looks.map((look) => look.verdict).toSorted(compareVerdicts);
  if (worst === undefined) return null;
  return { verdict: worst, open: looks.filter((look) => look.verdict === "fail" || look.verdict === "warn").length };
}
