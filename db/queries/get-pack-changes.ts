import { and, eq, sql } from "drizzle-orm";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { type ModelChanges, modelChanges } from "#lib/handover/model-changes.ts";
import { packs } from "../schema/index.ts";

/** What a version says has changed; null when it was compared with none. The rest of its model stays where it is. */
export async function getPackChanges(ctx: Ctx, slug: string, version: number): Promise<ModelChanges | null> {
  const { project } = await authorize(ctx, slug, "pack.read");
  const [pack] = await ctx.db
    .select({ changes: sql<unknown>`${packs.model} -> 'changes'` })
    .from(packs)
    .where(and(eq(packs.projectId, project.id), eq(packs.version, version)));
  if (!pack) throw notFound();
  return modelChanges.nullable().parse(pack.changes);
}
