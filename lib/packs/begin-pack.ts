import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { packs } from "#db/schema/index.ts";
import type { Ctx } from "#lib/ctx.ts";
import { logoOf, type PackLogo } from "#lib/handover/logo.ts";
import { type HandoverModel, handoverModelSchema } from "#lib/handover/model.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

/** Names a pack as its job does. */
export const packRef = z.object({ projectId: z.uuid(), packId: z.uuid() });

export type PackToRender = { model: HandoverModel; logo: PackLogo | null };

/** What is to be rendered; `null` when it is done already, or the project is gone. */
export async function beginPack({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof packRef>;
}): Promise<PackToRender | null> {
  const { projectId, packId } = parseInput(packRef, input);
  assertSystem(ctx);
  const [pack] = await ctx.db
    .select({ model: packs.model, logo: packs.logo, logoType: packs.logoType })
    .from(packs)
    .where(and(eq(packs.projectId, projectId), eq(packs.id, packId), eq(packs.state, "rendering")));
  return pack ? { model: handoverModelSchema.parse(pack.model), logo: logoOf(pack.logo, pack.logoType) } : null;
}
