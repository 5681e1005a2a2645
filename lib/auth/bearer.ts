import { and, eq, gt, isNull, lt, or } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { apiTokens, users } from "#db/schema/index.ts";
import type { Ctx } from "#lib/ctx.ts";
import { hashToken } from "./secret-token.ts";

export const TOKEN_PREFIX = "lr_";
const SHAPE = /^Bearer (lr_[A-Za-z0-9_-]{43})$/i;
const USED_EVERY_MS = 60_000;

/** The context of an API token; null for a header that names none that is good now. */
export async function ctxFromBearer(db: Db, authorization: string, now: Date): Promise<Ctx | null> {
  const token = SHAPE.exec(authorization)?.[1];
  if (token === undefined) return null;
  const [found] = await db
    .select({ tokenId: apiTokens.id, id: users.id, name: users.name, isOwner: users.isOwner })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(and(eq(apiTokens.tokenHash, hashToken(token)), isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, now)));
  if (!found) return null;
  const { tokenId, ...user } = found;
  const stale = new Date(now.getTime() - USED_EVERY_MS);
  await db
    .update(apiTokens)
    .set({ lastUsedAt: now })
    .where(and(eq(apiTokens.id, tokenId), or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, stale))));
  return { db, actor: { type: "user", ...user }, now };
}
