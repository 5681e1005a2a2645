import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { emailSchema } from "#lib/auth/email.ts";
import { hashOfNewAccount, insertUser, newAccountSchema } from "#lib/auth/new-account.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";

const createOwnerInput = newAccountSchema.extend({ email: emailSchema });

type User = { id: string; name: string; email: string };
type Call = { ctx: Ctx; input: z.input<typeof createOwnerInput> };

/** The first account of an installation. @throws AppError conflict as soon as there is any account */
export async function createOwner({ ctx, input }: Call): Promise<User> {
  const { name, email, password } = parseInput(createOwnerInput, input);
  await assertNobody(ctx.db);
  const passwordHash = await hashOfNewAccount({ name, email, password });
  return ctx.db.transaction(async (tx) => {
    await tx.execute(sql`lock table ${users} in share row exclusive mode`);
    await assertNobody(tx);
    const user = await insertUser(tx, { name, email, passwordHash, isOwner: true, createdAt: ctx.now });
    if (!user) throw new Error("The account was not stored.");
    await recordActivity(
      tx,
      { ...ctx, actor: { type: "user", id: user.id, name, isOwner: true } },
      {
        projectId: null,
        action: "user.created",
        objectType: "user",
        objectId: user.id,
        details: { isOwner: true },
      },
    );
    return { id: user.id, name, email };
  });
}

async function assertNobody(db: Db): Promise<void> {
  const [anybody] = await db.select({ id: users.id }).from(users).limit(1);
  if (anybody) throw new AppError("conflict", "This installation has its owner already. Sign in instead.");
}
