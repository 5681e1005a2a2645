import { and, eq, gt, inArray } from "drizzle-orm";
import { z } from "zod";
import { domainChecks } from "#db/schema/index.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

/** Names a check as its job does. */
export const domainCheckRef = z.object({ domainCheckId: z.uuid() });

/** The host to look at; `null` when that is done already, or nobody can read the result any more. */
export async function beginDomainCheck({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof domainCheckRef>;
}): Promise<{ host: string } | null> {
  const { domainCheckId } = parseInput(domainCheckRef, input);
  assertSystem(ctx);
  const [begun] = await ctx.db
    .update(domainChecks)
    .set({ state: "running" })
    .where(
      and(
        eq(domainChecks.id, domainCheckId),
        inArray(domainChecks.state, ["queued", "running"]),
        gt(domainChecks.expiresAt, ctx.now),
      ),
    )
    .returning({ host: domainChecks.host });
  return begun ?? null;
}
