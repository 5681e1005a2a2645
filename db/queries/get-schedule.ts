import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import type { ScheduleView } from "./domain-views.ts";
import { loadSchedule } from "./get-domains.ts";

/** When the project is audited by itself; null when never. */
export async function getSchedule(ctx: Ctx, slug: string): Promise<ScheduleView> {
  const { project } = await authorize(ctx, slug, "project.read");
  return loadSchedule(ctx.db, project.id);
}
