import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { packs } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { packRef } from "./begin-pack.ts";

const STOPPED = "The worker stopped several times in the middle of it. Make a new version.";

export const failPackInput = packRef.extend({ reason: z.string().trim().min(1).max(300).default(STOPPED) });

/** Gives up on a pack that cannot be rendered, with the reason; HTML and JSON of it are still there. */
export async function failPack({ ctx, input }: { ctx: Ctx; input: z.input<typeof failPackInput> }): Promise<boolean> {
  const { projectId, packId, reason } = parseInput(failPackInput, input);
  assertSystem(ctx);
  return ctx.db.transaction(async (tx) => {
    const [pack] = await tx
      .update(packs)
      .set({ state: "failed", step: reason })
      .where(and(eq(packs.projectId, projectId), eq(packs.id, packId), eq(packs.state, "rendering")))
      .returning({ version: packs.version });
    if (!pack) return false;
    await recordActivity(tx, ctx, {
      projectId,
      action: "pack.failed",
      objectType: "pack",
      objectId: packId,
      details: { version: pack.version, reason },
    });
    return true;
  });
}
