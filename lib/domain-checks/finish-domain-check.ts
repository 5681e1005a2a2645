import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { domainChecks } from "#db/schema/index.ts";
import { auditReportSchema } from "#lib/audits/report.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { domainCheckRef } from "./begin-domain-check.ts";

const finishDomainCheckInput = domainCheckRef.extend({ report: auditReportSchema });

/** Stores what was seen, once. */
export async function finishDomainCheck({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof finishDomainCheckInput>;
}): Promise<boolean> {
  const { domainCheckId, report } = parseInput(finishDomainCheckInput, input);
  assertSystem(ctx);
  const finished = await ctx.db
    .update(domainChecks)
    .set({ state: "finished", report })
    .where(and(eq(domainChecks.id, domainCheckId), eq(domainChecks.state, "running")))
    .returning({ id: domainChecks.id });
  return finished.length > 0;
}
