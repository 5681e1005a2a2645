import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { observations, oldUrls, runs, targets } from "#db/schema/index.ts";
import { OLD_URLS_PER_RUN, type TargetNotes } from "#lib/audits/observation/target.ts";
import { primaryTarget } from "#lib/audits/primary-target.ts";
import { targetHost } from "#lib/target-url.ts";

type Target = typeof targets.$inferSelect;
type Certificate = NonNullable<TargetNotes["lastCertificate"]>;

/** What the probes and rules are told of each target of a project, by its id. */
export async function loadNotes(tx: Db, projectId: string): Promise<(target: Target) => TargetNotes> {
  const [all, old, certificates] = await Promise.all([
    tx.select().from(targets).where(eq(targets.projectId, projectId)).orderBy(asc(targets.createdAt), asc(targets.id)),
    tx
      .select({ from: oldUrls.from, to: oldUrls.to })
      .from(oldUrls)
      .where(eq(oldUrls.projectId, projectId))
      .orderBy(asc(oldUrls.position))
      .limit(OLD_URLS_PER_RUN),
    lastCertificates(tx, projectId),
  ]);
  return (target) => {
    const { id, profile, expects, origins, selectors, environment } = target;
    const isPrimary = primaryTarget(all, environment)?.id === id;
    const aliases = all.filter((other) => other.profile === "alias" && other.environment === environment);
    return {
      profile,
      expects,
      origins,
      selectors,
      aliases: isPrimary ? [...new Set(aliases.map(({ url }) => targetHost(url)))] : [],
      oldUrls: isPrimary && environment === "production" ? old : [],
      lastCertificate: certificates.get(id) ?? null,
    };
  };
}

const LOOKS_MAX = 500;

/**
 * Per target the certificate that stood there before the newest one, so that a renewal is remembered; the newest itself
 * where no other was seen.
 */
async function lastCertificates(tx: Db, projectId: string): Promise<Map<string, Certificate>> {
  const part = sql`${observations.observation} #> '{parts,tls}'`;
  const leaf = sql`${observations.observation} #> '{parts,tls,value,chain,0}'`;
  const rows = await tx
    .select({
      targetId: observations.targetId,
      fingerprint256: sql<string>`${leaf} ->> 'fingerprint256'`,
      validTo: sql<string>`${leaf} ->> 'validTo'`,
      seenAt: sql<string>`${part} ->> 'at'`,
    })
    .from(observations)
    .innerJoin(runs, eq(runs.id, observations.runId))
    .where(
      and(
        eq(observations.projectId, projectId),
        eq(runs.state, "finished"),
        sql`${leaf} ->> 'fingerprint256' is not null`,
      ),
    )
    .orderBy(desc(runs.number))
    .limit(LOOKS_MAX);
  const byTarget = Map.groupBy(rows, ({ targetId }) => targetId);
  return new Map(
    [...byTarget].flatMap(([targetId, looks]) => {
      const [newest] = looks;
      const last = looks.find(({ fingerprint256 }) => fingerprint256 !== newest?.fingerprint256) ?? newest;
      if (!last) return [];
      const { fingerprint256, validTo, seenAt } = last;
      return [[targetId, { fingerprint256, validTo, seenAt }] as const];
    }),
  );
}
