import { asc, eq } from "drizzle-orm";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { savedViews } from "../schema/index.ts";
import { iso } from "./iso.ts";
import { owners, person } from "./person.ts";
import type { SavedViewView } from "./register-views.ts";

/** The register's filters that the team gave a name, by name. */
export async function listSavedViews(ctx: Ctx, slug: string): Promise<SavedViewView[]> {
  const { project } = await authorize(ctx, slug, "project.read");
  const rows = await ctx.db
    .select({ view: savedViews, by: owners.name })
    .from(savedViews)
    .leftJoin(owners, eq(owners.id, savedViews.createdBy))
    .where(eq(savedViews.projectId, project.id))
    .orderBy(asc(savedViews.name));
  return rows.map(({ view: { id, name, search, createdBy, createdAt }, by }) => ({
    id,
    name,
    search,
    createdBy: person(createdBy, by),
    createdAt: iso(createdAt),
  }));
}
