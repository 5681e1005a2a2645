import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { rankBlockers } from "#lib/roadmap/blockers.ts";
import { blockerView } from "./board-views.ts";
import { loadRisks, unresolvedIn } from "./risk-rows.ts";
import type { BlockerView } from "./views.ts";

/** What holds the launch back, worst first. */
export async function topBlockers(ctx: Ctx, slug: string, limit = 10): Promise<BlockerView[]> {
  const { project } = await authorize(ctx, slug, "project.read");
  const open = await loadRisks(ctx.db, unresolvedIn([project.id]), ctx.now);
  return rankBlockers(open, ctx.now).slice(0, limit).map(blockerView);
}
