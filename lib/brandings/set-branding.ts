import { z } from "zod";
import { PAPERS } from "#db/schema/index.ts";
import type { Ctx } from "#lib/ctx.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { storeBranding } from "./store-branding.ts";

export const setBrandingInput = z.object({
  project: z.string(),
  /** For whom the pack is made, as its cover says it. */
  clientName: z.string().trim().max(120, "A client's name has at most 120 characters.").optional(),
  /** Null for the house's own. */
  accent: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, "Give the colour as #rrggbb, like #0b5cad.")
    .nullable()
    .optional(),
  paper: z.enum(PAPERS).optional(),
});

/** Chooses the look of the packs to come; versions that exist keep theirs. */
export async function setBranding({ ctx, input }: { ctx: Ctx; input: z.input<typeof setBrandingInput> }) {
  const { project, ...values } = parseInput(setBrandingInput, input);
  await storeBranding(ctx, project, values, values);
}
