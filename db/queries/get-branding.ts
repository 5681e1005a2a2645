import { eq } from "drizzle-orm";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { brandings } from "../schema/index.ts";
import { iso } from "./iso.ts";
import type { BrandingView } from "./views.ts";

/** How the project's packs look: the house's own look where nobody has chosen one. */
export async function getBranding(ctx: Ctx, slug: string): Promise<BrandingView> {
  const { project } = await authorize(ctx, slug, "pack.read");
  const [row] = await ctx.db.select().from(brandings).where(eq(brandings.projectId, project.id));
  if (!row) return { clientName: "", accent: null, paper: "a4", logo: null, updatedAt: null };
  const { clientName, accent, paper, logo, logoType, updatedAt } = row;
  return { clientName, accent, paper, logo: dataUri(logo, logoType), updatedAt: iso(updatedAt) };
}

/** A picture as an address that needs no request of its own. */
export function dataUri(bytes: Uint8Array | null, type: string | null): string | null {
  return bytes === null || type === null ? null : `data:${type};base64,${Buffer.from(bytes).toString("base64")}`;
}
