import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { apiTokens } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

const revokeTokenInput = z.object({ token: z.uuid() });

type Call = { ctx: Ctx; input: z.input<typeof revokeTokenInput> };

/** Only one's own. @throws AppError not_found, also for one that is revoked already */
export async function revokeToken({ ctx, input }: Call): Promise<void> {
  const { token: tokenId } = parseInput(revokeTokenInput, input);
  const { actor } = ctx;
  if (actor.type !== "user") throw notFound();
  await ctx.db.transaction(async (tx) => {
    const [revoked] = await tx
      .update(apiTokens)
      .set({ revokedAt: ctx.now })
      .where(and(eq(apiTokens.id, tokenId), eq(apiTokens.userId, actor.id), isNull(apiTokens.revokedAt)))
      .returning({ name: apiTokens.name });
    if (!revoked) throw notFound();
    await recordActivity(tx, ctx, {
      projectId: null,
      action: "token.revoked",
      objectType: "token",
      objectId: tokenId,
      details: { name: revoked.name },
    });
  });
}
