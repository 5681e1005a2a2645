import { and, eq, gt, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { sessions, users } from "#db/schema/index.ts";
import type { Actor } from "#lib/ctx.ts";
import { RENEWAL_MS, sessionEnd } from "./session-lifetime.ts";
import type { SessionClaims } from "./session-token.ts";

export type ResolvedSession = { sessionId: string; actor: Actor & { type: "user" } };

/** Who the claims stand for right now; null when the session was revoked, has run out, or was never there. */
export async function resolveSession(db: Db, claims: SessionClaims, now: Date): Promise<ResolvedSession | null> {
  const [found] = await db
    .select({
      id: users.id,
      name: users.name,
      isOwner: users.isOwner,
      startedAt: sessions.createdAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.id, claims.sessionId),
        eq(sessions.userId, claims.userId),
        eq(users.sessionVersion, claims.sessionVersion),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
      ),
    );
  if (!found) return null;
  const { startedAt, expiresAt, ...user } = found;
  const end = sessionEnd(startedAt, now);
  if (end.getTime() - expiresAt.getTime() > RENEWAL_MS) {
    await db
      .update(sessions)
      .set({ expiresAt: end })
      .where(and(eq(sessions.id, claims.sessionId), isNull(sessions.revokedAt)));
  }
  return { sessionId: claims.sessionId, actor: { type: "user", ...user } };
}
