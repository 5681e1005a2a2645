import type { z } from "zod";
import { providers } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { notWritten, providerRef, rowIs } from "./provider-ref.ts";

/** Takes a row out, with its owners and its other way in. What was in it stays in the history by name. */
export async function removeProvider({ ctx, input }: { ctx: Ctx; input: z.input<typeof providerRef> }): Promise<void> {
  const { project: slug, kind } = parseInput(providerRef, input);
  const { project } = await authorize(ctx, slug, "record.write");
  await ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const [row] = await tx.delete(providers).where(rowIs(project.id, kind)).returning();
    if (!row) throw notWritten(kind);
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "provider.removed",
      objectType: "provider",
      objectId: kind,
      details: { kind, provider: row.provider, owners: row.owners.map(({ name }) => name) },
    });
    await recordReadiness(tx, ctx, project.id);
  });
}
