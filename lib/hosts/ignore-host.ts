import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { foundHosts } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { foundHostRef, lockFoundHost, type StoredHost } from "./load-found-host.ts";

export const ignoreHostInput = foundHostRef.extend({
  reason: z.string().trim().min(10, "Say why no audit has to look at it, in a sentence.").max(500),
});

type Call = { ctx: Ctx; input: z.input<typeof ignoreHostInput> };

/** Says, under a name, that a host which was come across needs no audit: the gate no longer waits for it. */
export async function ignoreHost({ ctx, input }: Call): Promise<StoredHost> {
  const { project: slug, host, reason } = parseInput(ignoreHostInput, input);
  const { project } = await authorize(ctx, slug, "host.ignore");
  if (ctx.actor.type !== "user") throw new AppError("forbidden", "Only a person can say that a host needs no audit.");
  const { id: ignoredBy } = ctx.actor;
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const found = await lockFoundHost(tx, project.id, host);
    const [ignored] = await tx
      .update(foundHosts)
      .set({ ignoredAt: ctx.now, ignoredReason: reason, ignoredBy })
      .where(and(eq(foundHosts.projectId, project.id), eq(foundHosts.host, host)))
      .returning();
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "host.ignored",
      objectType: "host",
      objectId: host,
      details: { host, reason },
    });
    await recordReadiness(tx, ctx, project.id);
    return ignored ?? found;
  });
}
