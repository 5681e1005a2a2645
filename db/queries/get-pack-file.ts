import { and, eq } from "drizzle-orm";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { type LOGO_TYPES, packs } from "../schema/index.ts";
import type { PackState } from "./views.ts";

/** A pack's contents: the PDF once it is rendered, and the model that HTML and JSON are made of. */
export type PackFile = {
  slug: string;
  version: number;
  state: PackState;
  pdf: Uint8Array | null;
  sha256: string | null;
  logo: Uint8Array | null;
  logoType: (typeof LOGO_TYPES)[number] | null;
  /** As `handoverModelSchema` of lib/handover describes it. */
  model: unknown;
};

export async function getPackFile(ctx: Ctx, slug: string, version: number): Promise<PackFile> {
  const { project } = await authorize(ctx, slug, "pack.read");
  const [pack] = await ctx.db
    .select({
      version: packs.version,
      state: packs.state,
      pdf: packs.pdf,
      sha256: packs.sha256,
      logo: packs.logo,
      logoType: packs.logoType,
      model: packs.model,
    })
    .from(packs)
    .where(and(eq(packs.projectId, project.id), eq(packs.version, version)));
  if (!pack) throw notFound();
  return { slug, ...pack };
}
