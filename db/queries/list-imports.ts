import { desc, eq } from "drizzle-orm";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { imports } from "../schema/index.ts";
import { iso } from "./iso.ts";
import { owners, person } from "./person.ts";
import type { ImportView } from "./register-views.ts";

const IMPORTS_MAX = 100;

/** Scans that were read into the register, newest first. */
export async function listImports(ctx: Ctx, slug: string): Promise<ImportView[]> {
  const { project } = await authorize(ctx, slug, "project.read");
  const rows = await ctx.db
    .select({ row: imports, by: owners.name })
    .from(imports)
    .leftJoin(owners, eq(owners.id, imports.importedBy))
    .where(eq(imports.projectId, project.id))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(IMPORTS_MAX);
  return rows.map(({ row: { projectId: _, importedBy, createdAt, ...row }, by }) => ({
    ...row,
    importedBy: person(importedBy, by),
    createdAt: iso(createdAt),
  }));
}
