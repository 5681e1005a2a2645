import { eq } from "drizzle-orm";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { packs } from "../schema/index.ts";
import { loadPacks } from "./pack-rows.ts";
import type { PackView } from "./views.ts";

export async function getPack(ctx: Ctx, slug: string, version: number): Promise<PackView> {
  const { project } = await authorize(ctx, slug, "pack.read");
  const [pack] = await loadPacks(ctx.db, project.id, eq(packs.version, version));
  if (!pack) throw notFound();
  return pack;
}
