import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { packs } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { packRef } from "./begin-pack.ts";

/** Gives up on a pack that cannot be rendered; HTML and JSON of it are still there. */
export async function failPack({ ctx, input }: { ctx: Ctx; input: z.input<typeof packRef> }): Promise<boolean> {
  const { projectId, packId } = parseInput(packRef, input);
  assertSystem(ctx);
  return ctx.db.transaction(async (tx) => {
    const [pack] = await tx
      .update(packs)
      .set({ state: "failed" })
      .where(and(eq(packs.projectId, projectId), eq(packs.id, packId), eq(packs.state, "rendering")))
      .returning({ version: packs.version });
    if (!pack) return false;
    await recordActivity(tx, ctx, {
      projectId,
      action: "pack.failed",
      objectType: "pack",
      objectId: packId,
      details: { version: pack.version },
    });
    return true;
  });
}
