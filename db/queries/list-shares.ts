import { and, desc, eq } from "drizzle-orm";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { packs, shares, users } from "../schema/index.ts";
import { iso } from "./iso.ts";
import { person } from "./person.ts";
import type { ShareView } from "./views.ts";

/** The links of all packs, newest first. Their tokens are not known any more. */
export async function listShares(ctx: Ctx, slug: string): Promise<ShareView[]> {
  const { project } = await authorize(ctx, slug, "share.read");
  const rows = await ctx.db
    .select({ share: shares, packVersion: packs.version, createdByName: users.name })
    .from(shares)
    .innerJoin(packs, and(eq(packs.projectId, shares.projectId), eq(packs.id, shares.packId)))
    .leftJoin(users, eq(users.id, shares.createdBy))
    .where(eq(shares.projectId, project.id))
    .orderBy(desc(shares.createdAt), desc(shares.id));
  return rows.map(({ share, packVersion, createdByName }) => ({
    id: share.id,
    packVersion,
    label: share.label,
    views: share.views,
    viewsMax: share.viewsMax,
    createdBy: person(share.createdBy, createdByName),
    createdAt: iso(share.createdAt),
    expiresAt: iso(share.expiresAt),
    revokedAt: iso(share.revokedAt),
    lastViewedAt: iso(share.lastViewedAt),
    state: stateOf(share, ctx.now),
    hasPassphrase: share.passphraseHash !== null,
    canSignOff: share.canSignOff,
  }));
}

function stateOf(share: typeof shares.$inferSelect, now: Date): ShareView["state"] {
  if (share.revokedAt) return "revoked";
  if (share.expiresAt <= now) return "expired";
  return share.views >= share.viewsMax ? "used_up" : "active";
}
