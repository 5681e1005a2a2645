import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { packs, users } from "../schema/index.ts";
import { iso } from "./iso.ts";
import { person } from "./person.ts";
import type { PackView } from "./views.ts";

/** Packs of a project, newest first, without their contents. */
export async function loadPacks(db: Db, projectId: string, where?: SQL): Promise<PackView[]> {
  const rows = await db
    .select({
      id: packs.id,
      version: packs.version,
      isDraft: packs.isDraft,
      state: packs.state,
      progress: packs.progress,
      step: packs.step,
      sha256: packs.sha256,
      pages: packs.pages,
      size: sql<number | null>`length(${packs.pdf})`,
      createdById: packs.createdBy,
      createdByName: users.name,
      createdAt: packs.createdAt,
    })
    .from(packs)
    .leftJoin(users, eq(users.id, packs.createdBy))
    .where(and(eq(packs.projectId, projectId), where))
    .orderBy(desc(packs.version));
  return rows.map(({ createdById, createdByName, createdAt, ...pack }) => ({
    ...pack,
    createdBy: person(createdById, createdByName),
    createdAt: iso(createdAt),
  }));
}
