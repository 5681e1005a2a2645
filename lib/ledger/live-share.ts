import { and, eq, gt, isNull, lt } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { projects, shares } from "#db/schema/index.ts";
import { hashToken } from "#lib/auth/secret-token.ts";
import { isShareTicket } from "#lib/auth/share-ticket.ts";
import { AppError, notFound } from "#lib/errors.ts";

/** What somebody who comes by a link brings along. */
export const visitSchema = z.object({
  token: z.string(),
  /** Their word that the passphrase was given; asked of a link that has one. */
  ticket: z.string().nullable().default(null),
  /** The app's own, by which tickets are sealed. */
  secret: z.string(),
});

type Share = typeof shares.$inferSelect;

/** Picks the link of a token while it opens something. */
export function isLive(token: string, now: Date) {
  return and(
    eq(shares.tokenHash, hashToken(token)),
    isNull(shares.revokedAt),
    gt(shares.expiresAt, now),
    lt(shares.views, shares.viewsMax),
  );
}

/** @throws AppError not_found, the same for a link that is unknown, expired, revoked, used up or of an archived project */
export async function findLiveShare(db: Db, token: string, now: Date): Promise<Share> {
  const [found] = await db
    .select({ share: shares })
    .from(shares)
    .innerJoin(projects, eq(projects.id, shares.projectId))
    .where(and(isLive(token, now), isNull(projects.archivedAt)));
  if (!found) throw notFound();
  return found.share;
}

/** The link, for whoever may see what it leads to. @throws AppError not_found; unauthenticated for want of a passphrase */
export async function enterShare(db: Db, visit: z.output<typeof visitSchema>, now: Date): Promise<Share> {
  const share = await findLiveShare(db, visit.token, now);
  const { id: shareId, passphraseHash } = share;
  const isOpen =
    passphraseHash === null ||
    (visit.ticket !== null && isShareTicket(visit.ticket, { shareId, passphraseHash }, now, visit.secret));
  if (!isOpen) throw new AppError("unauthenticated", "This link asks for its passphrase.");
  return share;
}
