import { z } from "zod";
import type { Ctx } from "#lib/ctx.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { storeBranding } from "./store-branding.ts";

export const removeLogoInput = z.object({ project: z.string() });

/** Takes the picture off the covers to come. Removing twice is removing once. */
export async function removeLogo({ ctx, input }: { ctx: Ctx; input: z.input<typeof removeLogoInput> }): Promise<void> {
  const { project } = parseInput(removeLogoInput, input);
  await storeBranding(ctx, project, { logo: null, logoType: null }, { logo: null });
}
