import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { packs } from "#db/schema/index.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { packRef } from "./begin-pack.ts";

/** What becomes of a pack, one after the other, and how far it is then, in per cent. */
export const PACK_STEPS = { collected: 10, rendering: 30, storing: 90 } as const;

export const packProgressInput = packRef.extend({ step: z.enum(["rendering", "storing"]) });

/** Says how far the job is; false when the pack needs no job any more. */
export async function packProgress({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof packProgressInput>;
}): Promise<boolean> {
  const { projectId, packId, step } = parseInput(packProgressInput, input);
  assertSystem(ctx);
  const moved = await ctx.db
    .update(packs)
    .set({ step, progress: PACK_STEPS[step] })
    .where(and(eq(packs.projectId, projectId), eq(packs.id, packId), eq(packs.state, "rendering")))
    .returning({ id: packs.id });
  return moved.length > 0;
}
