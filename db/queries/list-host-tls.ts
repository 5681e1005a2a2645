import { asc, eq } from "drizzle-orm";
import { hostFacts } from "#lib/audits/facts/host-facts.ts";
import type { TlsFacts } from "#lib/audits/facts/tls-facts.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { targetHost } from "#lib/target-url.ts";
import { targets } from "../schema/index.ts";
import { loadObservations } from "./load-observations.ts";

/** A host's row of the TLS table; `tls` is null where no finished audit could see it. */
export type HostTls = { targetId: string; host: string; tls: TlsFacts | null; observedAt: string | null };

/** The TLS of every host of the project, as the newest finished audit of each saw it. */
export async function listHostTls(ctx: Ctx, slug: string): Promise<HostTls[]> {
  const { project } = await authorize(ctx, slug, "project.read");
  const audited = await ctx.db
    .select({ id: targets.id, url: targets.url })
    .from(targets)
    .where(eq(targets.projectId, project.id))
    .orderBy(asc(targets.createdAt), asc(targets.id));
  return Promise.all(
    audited.map(async ({ id, url }): Promise<HostTls> => {
      const [seen] = await loadObservations(ctx.db, { projectId: project.id, targetId: id, limit: 1 });
      const observation = seen?.observation ?? null;
      return {
        targetId: id,
        host: targetHost(url),
        tls: hostFacts(observation).tls,
        observedAt: observation?.finishedAt ?? null,
      };
    }),
  );
}
