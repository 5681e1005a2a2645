import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { activities, imports, risks } from "#db/schema/index.ts";

/** All that a project's register holds, to compare it with itself: every row as it is. */
export async function everythingOf(db: Db, projectId: string) {
  return {
    risks: await db.select().from(risks).where(eq(risks.projectId, projectId)).orderBy(asc(risks.number)),
    imports: await db.select().from(imports).where(eq(imports.projectId, projectId)).orderBy(asc(imports.id)),
    activities: await db
      .select()
      .from(activities)
      .where(eq(activities.projectId, projectId))
      .orderBy(asc(activities.sequence)),
  };
}

/** What the register says, without what depends on the order in which it was told: numbers, ids and moments. */
export async function projectionOf(db: Db, projectId: string) {
  const rows = await db.select().from(risks).where(eq(risks.projectId, projectId)).orderBy(asc(risks.fingerprint));
  return rows.map((row) => ({
    fingerprint: row.fingerprint,
    tool: row.tool,
    location: row.location,
    title: row.title,
    description: row.description,
    checkId: row.checkId,
    rule: row.rule,
    severity: row.severity,
    likelihood: row.likelihood,
    impact: row.impact,
    state: row.state,
  }));
}
