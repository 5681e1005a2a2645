import { desc, eq, isNull } from "drizzle-orm";
import type { Db } from "../client.ts";
import { activities } from "../schema/index.ts";

/** The newest row of a project's history, or of the instance's for null. */
export async function lastActivity(db: Db, projectId: string | null) {
  const [row] = await db
    .select()
    .from(activities)
    .where(projectId === null ? isNull(activities.projectId) : eq(activities.projectId, projectId))
    .orderBy(desc(activities.sequence))
    .limit(1);
  return row;
}
