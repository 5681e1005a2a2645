import { and, desc, eq } from "drizzle-orm";
import type { Db } from "../client.ts";
import { activities } from "../schema/index.ts";
import { iso } from "./iso.ts";
import { actorView } from "./person.ts";
import type { ActivityView } from "./views.ts";

const ACTIVITIES_MAX = 100;

/** The history of one thing, newest first. */
export async function objectActivities(
  db: Db,
  projectId: string,
  objectType: string,
  objectId: string,
  max = ACTIVITIES_MAX,
): Promise<ActivityView[]> {
  const rows = await db
    .select()
    .from(activities)
    .where(
      and(
        eq(activities.projectId, projectId),
        eq(activities.objectType, objectType),
        eq(activities.objectId, objectId),
      ),
    )
    .orderBy(desc(activities.sequence))
    .limit(max);
  return rows.map(({ id, at, actor, action, details }) => ({
    id,
    at: iso(at),
    actor: actorView(actor),
    action,
    objectType,
    objectId,
    details,
  }));
}
