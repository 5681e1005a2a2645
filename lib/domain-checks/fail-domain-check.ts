import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { domainChecks } from "#db/schema/index.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { domainCheckRef } from "./begin-domain-check.ts";

/** Gives up on a check, so that its page stops waiting. */
export async function failDomainCheck({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof domainCheckRef>;
}): Promise<boolean> {
  const { domainCheckId } = parseInput(domainCheckRef, input);
  assertSystem(ctx);
  const failed = await ctx.db
    .update(domainChecks)
    .set({ state: "failed" })
    .where(and(eq(domainChecks.id, domainCheckId), inArray(domainChecks.state, ["queued", "running"])))
    .returning({ id: domainChecks.id });
  return failed.length > 0;
}
