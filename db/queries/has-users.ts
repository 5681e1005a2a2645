import type { Ctx } from "#lib/ctx.ts";
import { users } from "../schema/index.ts";

/** False until the first run has made the owner's account. Anybody may ask. */
export async function hasUsers({ db }: Pick<Ctx, "db">): Promise<boolean> {
  const [anybody] = await db.select({ id: users.id }).from(users).limit(1);
  return anybody !== undefined;
}
