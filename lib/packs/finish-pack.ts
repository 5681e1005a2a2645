import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { packs } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { packRef } from "./begin-pack.ts";

const finishPackInput = packRef.extend({
  pdf: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  pages: z.int().positive(),
});

/** Stores the rendered document, once; a second rendering of the same model changes nothing. */
export async function finishPack({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof finishPackInput>;
}): Promise<boolean> {
  const { projectId, packId, pdf, sha256, pages } = parseInput(finishPackInput, input);
  assertSystem(ctx);
  return ctx.db.transaction(async (tx) => {
    const [pack] = await tx
      .update(packs)
      .set({ state: "ready", pdf, sha256, pages, progress: 100, step: "" })
      .where(and(eq(packs.projectId, projectId), eq(packs.id, packId), eq(packs.state, "rendering")))
      .returning({ version: packs.version });
    if (!pack) return false;
    await recordActivity(tx, ctx, {
      projectId,
      action: "pack.rendered",
      objectType: "pack",
      objectId: packId,
      details: { version: pack.version, sha256, pages },
    });
    return true;
  });
}
