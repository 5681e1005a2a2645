import { and, eq, inArray } from "drizzle-orm";
import { areaOf } from "#lib/audits/areas.ts";
import { hostFacts } from "#lib/audits/facts/host-facts.ts";
import type { Observation } from "#lib/audits/observation.ts";
import { recordsToPublish } from "#lib/audits/records-to-publish.ts";
import { RULES } from "#lib/audits/registry.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { isUuid } from "#lib/ledger/is-uuid.ts";
import { ruleText } from "#lib/roadmap/rule-texts/index.ts";
import { results, targets } from "../schema/index.ts";
import type { HostDetail, RuleChange } from "./domain-views.ts";
import { loadHostDrift } from "./host-drift.ts";
import { hostRow, type Look, lastTwoLooks } from "./host-rows.ts";
import { loadObservations } from "./load-observations.ts";
import { loadResults } from "./run-rows.ts";
import type { ResultView } from "./views.ts";

/** A run may have asked for some parts only; then the others come from one before it. */
const LOOKED_BACK = 3;

/** Everything about one host: each rule in the last two runs that looked, what was seen, and what to publish. */
export async function getHost(ctx: Ctx, slug: string, targetId: string): Promise<HostDetail> {
  const { project } = await authorize(ctx, slug, "project.read");
  const { db } = ctx;
  if (!isUuid(targetId)) throw notFound();
  const own = and(eq(targets.projectId, project.id), eq(targets.id, targetId));
  const [target] = await db.select().from(targets).where(own);
  if (!target) throw notFound();
  const looks = await lastTwoLooks(db, own);
  const runIds = [...new Set(looks.map((look) => look.runId))];
  const [found, seen, drift] = await Promise.all([
    loadResults(
      db,
      and(eq(results.projectId, project.id), eq(results.targetId, targetId), inArray(results.runId, runIds)),
    ),
    loadObservations(db, { projectId: project.id, targetId, limit: LOOKED_BACK }),
    loadHostDrift(db, target),
  ]);
  const rules = ruleChanges(looks, found);
  const { expects, origins, selectors } = target;
  return {
    ...hostRow(target, looks),
    expects,
    origins,
    selectors,
    rules,
    ...hostFacts(newestParts(seen.map(({ observation }) => observation))),
    publish: recordsToPublish(rules.map(({ now }) => now)),
    drift: drift && { targetId, url: drift.url, items: drift.items },
  };
}

/** In the registry's order. */
function ruleChanges(looks: readonly Look[], found: readonly ResultView[]): RuleChange[] {
  const byRule = Map.groupBy(looks, (look) => look.rule);
  const viewOf = (look: Look | undefined) =>
    look && found.find(({ rule, runNumber }) => rule === look.rule && runNumber === look.runNumber);
  return RULES.flatMap(({ id }): RuleChange[] => {
    const [newest, earlier] = byRule.get(id) ?? [];
    const now = viewOf(newest);
    const area = areaOf(id);
    if (!now || !area) return [];
    return [{ rule: id, title: ruleText(id)?.title ?? id, area, now, before: viewOf(earlier) ?? null }];
  });
}

/** The newest observation, with parts that it was not asked for from the ones before. */
function newestParts(seen: readonly Observation[]): Observation | null {
  const [newest] = seen;
  if (!newest) return null;
  const parts = Object.entries(newest.parts).map(([name, part]) => {
    const looked = seen.map((one) => one.parts[name as keyof Observation["parts"]]);
    return [name, looked.find((one) => one.state !== "not_attempted") ?? part];
  });
  return { ...newest, parts: Object.fromEntries(parts) as Observation["parts"] };
}
