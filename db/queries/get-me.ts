import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { sessions, users } from "../schema/index.ts";
import { iso } from "./iso.ts";

type SessionView = { id: string; userAgent: string; createdAt: string; expiresAt: string };
export type MeView = {
  id: string;
  name: string;
  email: string;
  isOwner: boolean;
  createdAt: string;
  /** Those that are open, newest first. */
  sessions: SessionView[];
};

/** @throws AppError unauthenticated for jobs and visitors */
export async function getMe({ db, actor, now }: Ctx): Promise<MeView> {
  const id = actor.type === "user" ? actor.id : null;
  const columns = {
    id: users.id,
    name: users.name,
    email: users.email,
    isOwner: users.isOwner,
    createdAt: users.createdAt,
  };
  const [me] = id === null ? [] : await db.select(columns).from(users).where(eq(users.id, id));
  if (!me) throw new AppError("unauthenticated", "Sign in first.");
  const open = await db
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, me.id), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.createdAt));
  return {
    ...me,
    createdAt: iso(me.createdAt),
    sessions: open.map((one) => ({ ...one, createdAt: iso(one.createdAt), expiresAt: iso(one.expiresAt) })),
  };
}
