import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { sessions, users } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import type { Ctx } from "#lib/ctx.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

const signOutInput = z.object({ session: z.uuid() });

type Call = { ctx: Ctx; input: z.input<typeof signOutInput> };

/** Ends the session for good, a copied cookie included. The caller has found the id in the session's own cookie. */
export async function signOut({ ctx, input }: Call): Promise<void> {
  const { session: sessionId } = parseInput(signOutInput, input);
  await ctx.db.transaction(async (tx) => {
    const [ended] = await tx
      .update(sessions)
      .set({ revokedAt: ctx.now })
      .from(users)
      .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt), eq(users.id, sessions.userId)))
      .returning({ id: users.id, name: users.name, isOwner: users.isOwner });
    if (!ended) return;
    await recordActivity(
      tx,
      { ...ctx, actor: { type: "user", ...ended } },
      {
        projectId: null,
        action: "session.ended",
        objectType: "session",
        objectId: sessionId,
      },
    );
  });
}
