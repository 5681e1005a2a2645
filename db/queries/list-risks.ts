import { and, eq, inArray } from "drizzle-orm";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { isUuid } from "#lib/ledger/is-uuid.ts";
import { compareRisks } from "#lib/roadmap/blockers.ts";
import { risks } from "../schema/index.ts";
import { loadRisks, type RiskRow } from "./risk-rows.ts";
import type { RiskFilter, RiskView } from "./views.ts";

/** The register in its published order: severity, then likelihood × impact, then age, then number. */
export async function listRisks(ctx: Ctx, slug: string, filter: RiskFilter = {}): Promise<RiskView[]> {
  const { project } = await authorize(ctx, slug, "project.read");
  if (filter.ownerId !== undefined && !isUuid(filter.ownerId)) return [];
  const where = and(
    eq(risks.projectId, project.id),
    filter.state === "unresolved" ? inArray(risks.state, ["open", "rechecking"]) : undefined,
    filter.state && filter.state !== "unresolved" ? eq(risks.state, filter.state) : undefined,
    filter.severity && eq(risks.severity, filter.severity),
    filter.checkId && eq(risks.checkId, filter.checkId),
    filter.ownerId ? eq(risks.ownerId, filter.ownerId) : undefined,
  );
  const rows = await loadRisks(ctx.db, where, ctx.now);
  const { blocking } = filter;
  const kept = blocking === undefined ? rows : rows.filter((risk) => risk.isBlocking === blocking);
  return kept.toSorted(compareRisks).map(riskView);
}

export function riskView({ projectId: _project, targetId: _target, ...view }: RiskRow): RiskView {
  return view;
}
