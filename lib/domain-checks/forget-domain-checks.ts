import { and, like, lte } from "drizzle-orm";
import { domainChecks, throttles } from "#db/schema/index.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";
import { THROTTLE_MEMORY_MS, THROTTLE_PREFIX } from "./throttle-checks.ts";

/** Deletes what nobody can read any more, and whose windows are over; answers how many checks that were. */
export async function forgetDomainChecks({ ctx }: { ctx: Ctx }): Promise<number> {
  assertSystem(ctx);
  const over = new Date(ctx.now.getTime() - THROTTLE_MEMORY_MS);
  await ctx.db
    .delete(throttles)
    .where(and(like(throttles.key, `${THROTTLE_PREFIX}%`), lte(throttles.windowStartedAt, over)));
  const gone = await ctx.db
    .delete(domainChecks)
    .where(lte(domainChecks.expiresAt, ctx.now))
    .returning({ id: domainChecks.id });
  return gone.length;
}
