import { and, desc, eq, lt } from "drizzle-orm";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { activities } from "../schema/index.ts";
import { iso } from "./iso.ts";
import { actorView } from "./person.ts";
import type { ActivityView } from "./views.ts";

const LIMIT_MAX = 200;

type Page = {
  /** The `sequence` of the last row of the page before. */
  before?: number | undefined;
  limit?: number | undefined;
};

/** The project's whole history, newest first, by pages. */
export async function listActivities(
  ctx: Ctx,
  slug: string,
  { before, limit = 100 }: Page = {},
): Promise<(ActivityView & { sequence: number; hash: string })[]> {
  const { project } = await authorize(ctx, slug, "member.read");
  const ofProject = eq(activities.projectId, project.id);
  const rows = await ctx.db
    .select({
      id: activities.id,
      sequence: activities.sequence,
      at: activities.at,
      actor: activities.actor,
      action: activities.action,
      objectType: activities.objectType,
      objectId: activities.objectId,
      details: activities.details,
      hash: activities.hash,
    })
    .from(activities)
    .where(before === undefined ? ofProject : and(ofProject, lt(activities.sequence, before)))
    .orderBy(desc(activities.sequence))
    .limit(Math.min(Math.max(limit, 1), LIMIT_MAX));
  return rows.map((row) => ({ ...row, at: iso(row.at), actor: actorView(row.actor) }));
}
