import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { handoverLinks, LINK_STATES, providers } from "#db/schema/index.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

const storeLinkCheckInput = z.object({
  projectId: z.uuid(),
  url: z.string(),
  state: z.enum(LINK_STATES),
  status: z.int().nullable(),
  reason: z.string().max(500),
});

/** What following an address showed, wherever the project names it; a row whose address has changed since is left alone. */
export async function storeLinkCheck({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof storeLinkCheckInput>;
}): Promise<void> {
  const { projectId, url, ...seen } = parseInput(storeLinkCheckInput, input);
  assertSystem(ctx);
  const check = { ...seen, at: ctx.now.toISOString() };
  await ctx.db.transaction(async (tx) => {
    await tx
      .update(handoverLinks)
      .set({ check })
      .where(and(eq(handoverLinks.projectId, projectId), eq(handoverLinks.url, url)));
    await tx
      .update(providers)
      .set({ consoleCheck: check })
      .where(and(eq(providers.projectId, projectId), eq(providers.consoleUrl, url)));
  });
}
