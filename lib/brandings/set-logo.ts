import { z } from "zod";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { readLogo } from "./read-logo.ts";
import { storeBranding } from "./store-branding.ts";

export const setLogoInput = z.object({
  project: z.string(),
  logo: z.custom<Uint8Array>((given) => given instanceof Uint8Array),
});

/** Puts a picture on the cover of the packs to come. */
export async function setLogo({ ctx, input }: { ctx: Ctx; input: z.input<typeof setLogoInput> }): Promise<void> {
  const { project, logo } = parseInput(setLogoInput, input);
  await authorize(ctx, project, "branding.write");
  const { type, width, height } = readLogo(logo);
  await storeBranding(ctx, project, { logo, logoType: type }, { logo: { type, width, height, bytes: logo.length } });
}
