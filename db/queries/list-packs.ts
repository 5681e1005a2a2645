import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { loadPacks } from "./pack-rows.ts";
import type { PackView } from "./views.ts";

/** All versions of the handover pack, newest first. */
export async function listPacks(ctx: Ctx, slug: string): Promise<PackView[]> {
  const { project } = await authorize(ctx, slug, "pack.read");
  return loadPacks(ctx.db, project.id);
}
