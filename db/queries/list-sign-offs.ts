import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { loadSignOffs } from "./sign-off-rows.ts";
import type { SignOffView } from "./views.ts";

/** Who signed off which version of the pack, newest first. */
export async function listSignOffs(ctx: Ctx, slug: string): Promise<SignOffView[]> {
  const { project } = await authorize(ctx, slug, "pack.read");
  return loadSignOffs(ctx.db, project.id);
}
