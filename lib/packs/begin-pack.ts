import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { packs } from "#db/schema/index.ts";
import type { Ctx } from "#lib/ctx.ts";
import { type HandoverModel, handoverModelSchema } from "#lib/handover/model.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

/** Names a pack as its job does. */
export const packRef = z.object({ projectId: z.uuid(), packId: z.uuid() });

/** What is to be rendered; `null` when it is done already, or the project is gone. */
export async function beginPack({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof packRef>;
}): Promise<HandoverModel | null> {
  const { projectId, packId } = parseInput(packRef, input);
  assertSystem(ctx);
  const [pack] = await ctx.db
    .select({ model: packs.model })
    .from(packs)
    .where(and(eq(packs.projectId, projectId), eq(packs.id, packId), eq(packs.state, "rendering")));
  return pack ? handoverModelSchema.parse(pack.model) : null;
}
