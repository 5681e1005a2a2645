import { and, eq, isNull, sql } from "drizzle-orm";
import { sessions, users } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import type { Ctx } from "#lib/ctx.ts";
import { loadSelf } from "./load-self.ts";

/** Ends every session of the actor, this one included. API tokens stay; they are revoked one by one. */
export async function signOutEverywhere({ ctx }: { ctx: Ctx }): Promise<void> {
  const self = await loadSelf(ctx.db, ctx.actor);
  await ctx.db.transaction(async (tx) => {
    await tx
      .update(users)
      .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
      .where(eq(users.id, self.id));
    await tx
      .update(sessions)
      .set({ revokedAt: ctx.now })
      .where(and(eq(sessions.userId, self.id), isNull(sessions.revokedAt)));
    await recordActivity(tx, ctx, {
      projectId: null,
      action: "user.signed_out_everywhere",
      objectType: "user",
      objectId: self.id,
    });
  });
}
