import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { foundHosts } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { foundHostRef, lockFoundHost, type StoredHost } from "./load-found-host.ts";

type Call = { ctx: Ctx; input: z.input<typeof foundHostRef> };

/** Takes back that a host needs no audit; one that was not ignored stays as it is. */
export async function unignoreHost({ ctx, input }: Call): Promise<StoredHost> {
  const { project: slug, host } = parseInput(foundHostRef, input);
  const { project } = await authorize(ctx, slug, "host.ignore");
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const found = await lockFoundHost(tx, project.id, host);
    if (found.ignoredAt === null) return found;
    const [waiting] = await tx
      .update(foundHosts)
      .set({ ignoredAt: null, ignoredReason: null, ignoredBy: null })
      .where(and(eq(foundHosts.projectId, project.id), eq(foundHosts.host, host)))
      .returning();
    await recordActivity(tx, ctx, {
      projectId: project.id,
      action: "host.unignored",
      objectType: "host",
      objectId: host,
      details: { host },
    });
    await recordReadiness(tx, ctx, project.id);
    return waiting ?? found;
  });
}
