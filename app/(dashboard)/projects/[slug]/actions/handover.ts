"use server";

import { revalidatePath } from "next/cache";
import { change } from "#app/change.ts";
import { optional, optionalNumber, text } from "#app/form-input.ts";
import { perform } from "#app/perform.ts";
import type { ActionResult } from "#components/ui/action.ts";
import { env } from "#lib/env.ts";
import { createPack } from "#lib/packs/create-pack.ts";
import { createShare } from "#lib/shares/create-share.ts";
import { revokeShare } from "#lib/shares/revoke-share.ts";

type Previous = ActionResult<{ url: string }> | null;

export async function createPackAction(slug: string): Promise<ActionResult> {
  return change(async (ctx) => {
    const pack = await createPack({ ctx, input: { project: slug } });
    return `Version ${pack.version} is being made.`;
  });
}

/** The link is in the answer and nowhere else: only its hash is stored. */
export async function createShareAction(
  slug: string,
  _previous: Previous,
  form: FormData,
): Promise<ActionResult<{ url: string }>> {
  return perform(async (ctx) => {
    const days = optionalNumber(form, "days");
    const { token } = await createShare({
      ctx,
      input: {
        project: slug,
        version: optionalNumber(form, "version") ?? 0,
        label: text(form, "label"),
        viewsMax: optionalNumber(form, "viewsMax"),
        expiresAt: days ? new Date(ctx.now.getTime() + days * 86_400_000) : optional(form, "expiresAt"),
      },
    });
    revalidatePath("/", "layout");
    return { ok: true, data: { url: `${env().BASE_URL}/share/${token}` } };
  });
}

export async function revokeShareAction(slug: string, share: string): Promise<ActionResult> {
  return change(async (ctx) => {
    await revokeShare({ ctx, input: { project: slug, share } });
    return "The link is dead.";
  });
}
