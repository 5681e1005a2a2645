import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import type { Actor } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";

/** The actor's own row. @throws AppError unauthenticated for jobs and visitors */
export async function loadSelf(db: Db, actor: Actor): Promise<typeof users.$inferSelect> {
  const [user] = actor.type === "user" ? await db.select().from(users).where(eq(users.id, actor.id)) : [];
  if (!user) throw new AppError("unauthenticated", "Sign in first.");
  return user;
}
