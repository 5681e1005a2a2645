import { and, desc, eq, isNull } from "drizzle-orm";
import type { Ctx } from "#lib/ctx.ts";
import { apiTokens } from "../schema/index.ts";
import { iso } from "./iso.ts";

export type TokenView = {
  id: string;
  name: string;
  /** The first characters, to recognise it by. */
  prefix: string;
  createdAt: string;
  expiresAt: string;
  isExpired: boolean;
  lastUsedAt: string | null;
};

/** The actor's own tokens that are not revoked, newest first. */
export async function listTokens({ db, actor, now }: Ctx): Promise<TokenView[]> {
  if (actor.type !== "user") return [];
  const rows = await db
    .select({
      id: apiTokens.id,
      name: apiTokens.name,
      prefix: apiTokens.prefix,
      createdAt: apiTokens.createdAt,
      expiresAt: apiTokens.expiresAt,
      lastUsedAt: apiTokens.lastUsedAt,
    })
    .from(apiTokens)
    .where(and(eq(apiTokens.userId, actor.id), isNull(apiTokens.revokedAt)))
    .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id));
  return rows.map((row) => ({
    ...row,
    createdAt: iso(row.createdAt),
    expiresAt: iso(row.expiresAt),
    isExpired: row.expiresAt <= now,
    lastUsedAt: iso(row.lastUsedAt),
  }));
}
