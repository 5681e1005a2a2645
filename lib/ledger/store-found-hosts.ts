import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { foundHosts, type HostSource } from "#db/schema/index.ts";
import { foundHosts as hostsIn } from "#lib/audits/facts/found-hosts.ts";
import type { Observation } from "#lib/audits/observation.ts";

const HOSTS_MAX = 200;
const SOURCES_MAX = 10;

type Stored = typeof foundHosts.$inferSelect;
type Sighting = Pick<Stored, "host" | "sources"> & { at: Date };

/**
 * Adds the hosts that the observations name to those that the project's audits came across: when first and last, and
 * in what. In whatever order observations come, the same is known in the end. The caller holds the project's lock.
 */
export async function storeFoundHosts(tx: Db, projectId: string, seen: readonly Observation[]): Promise<void> {
  const sightings = sightingsIn(seen);
  if (sightings.length === 0) return;
  const stored = await tx.select().from(foundHosts).where(eq(foundHosts.projectId, projectId));
  const known = new Map(stored.map((host) => [host.host, host]));
  let room = HOSTS_MAX - stored.length;
  const rows = sightings.flatMap(({ host, sources, at }) => {
    const before = known.get(host);
    if (!before && room-- <= 0) return [];
    return [
      {
        projectId,
        host,
        sources: merged([...(before?.sources ?? []), ...sources]),
        firstSeenAt: before && before.firstSeenAt < at ? before.firstSeenAt : at,
        lastSeenAt: before && before.lastSeenAt > at ? before.lastSeenAt : at,
      },
    ];
  });
  if (rows.length === 0) return;
  await tx
    .insert(foundHosts)
    .values(rows)
    .onConflictDoUpdate({
      target: [foundHosts.projectId, foundHosts.host],
      set: {
        sources: sql`excluded.sources`,
        firstSeenAt: sql`excluded.first_seen_at`,
        lastSeenAt: sql`excluded.last_seen_at`,
      },
    });
}

/** One per host, by name. */
function sightingsIn(seen: readonly Observation[]): Sighting[] {
  const domains = [...new Set(seen.map(({ target }) => target.domain))];
  const found = seen.flatMap((observation) =>
    hostsIn(observation, domains).map(({ host, kind }) => ({
      host,
      source: { kind, targetUrl: observation.target.url },
      at: new Date(observation.startedAt),
    })),
  );
  return [...Map.groupBy(found, ({ host }) => host)]
    .map(([host, group]) => ({
      host,
      sources: group.map(({ source }) => source),
      at: new Date(Math.max(...group.map(({ at }) => at.getTime()))),
    }))
    .toSorted((a, b) => (a.host < b.host ? -1 : 1));
}

/** Sorted before the rest is cut off, so that the order in which they came leaves no trace. */
function merged(sources: readonly HostSource[]): HostSource[] {
  const once = new Map(sources.map((source) => [`${source.kind} ${source.targetUrl}`, source]));
  const sorted = [...once].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.slice(0, SOURCES_MAX).map(([, source]) => source);
}
