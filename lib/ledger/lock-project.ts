import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { projects } from "#db/schema/index.ts";

/** Lets one transaction at a time number runs, risks and packs of a project, or apply findings to its register. */
export async function lockProject(tx: Db, projectId: string): Promise<void> {
  await tx.select({ id: projects.id }).from(projects).where(eq(projects.id, projectId)).for("no key update");
}
