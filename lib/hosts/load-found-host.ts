import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { foundHosts } from "#db/schema/index.ts";
import { notFound } from "#lib/errors.ts";

export type StoredHost = typeof foundHosts.$inferSelect;

export const foundHostRef = z.object({
  project: z.string(),
  host: z
    .string()
    .max(253)
    .transform((host) => host.trim().toLowerCase().replace(/\.$/, "")),
});

/** Locks and loads a host that an audit came across. @throws AppError not_found */
export async function lockFoundHost(tx: Db, projectId: string, host: string): Promise<StoredHost> {
  const [found] = await tx
    .select()
    .from(foundHosts)
    .where(and(eq(foundHosts.projectId, projectId), eq(foundHosts.host, host)))
    .for("update");
  if (!found) throw notFound();
  return found;
}
