import { and, eq, isNull, ne } from "drizzle-orm";
import { z } from "zod";
import { sessions, users } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { hashNewPassword } from "#lib/auth/new-account.ts";
import { verifyPassword } from "#lib/auth/password.ts";
import { newPasswordSchema } from "#lib/auth/password-policy.ts";
import { forgive, takeAttempt } from "#lib/auth/throttle.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { loadSelf } from "./load-self.ts";

const changePasswordInput = z.object({
  current: z.string(),
  password: newPasswordSchema,
  /** The session that stays; all others end. */
  session: z.uuid().nullable().default(null),
  address: z.string().nullable().default(null),
});

type Call = { ctx: Ctx; input: z.input<typeof changePasswordInput> };

/** @throws AppError invalid when the current password is wrong or the new one is easy to guess; throttled */
export async function changePassword({ ctx, input }: Call): Promise<void> {
  const { current, password, session, address } = parseInput(changePasswordInput, input);
  const self = await loadSelf(ctx.db, ctx.actor);
  const attempt = { account: self.email, address, now: ctx.now };
  await takeAttempt(ctx.db, attempt);
  if (!(await verifyPassword(self.passwordHash, current))) throw wrongPassword();
  await forgive(ctx.db, attempt);
  const about = [self.name, self.email];
  const passwordHash = await hashNewPassword({ password, about, field: "password" });
  await ctx.db.transaction(async (tx) => {
    // Another change may have come in between: what was checked is then not the current password any more.
    const [changed] = await tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, self.id), eq(users.passwordHash, self.passwordHash)))
      .returning({ id: users.id });
    if (!changed) throw wrongPassword();
    const own = and(eq(sessions.userId, self.id), isNull(sessions.revokedAt));
    await tx
      .update(sessions)
      .set({ revokedAt: ctx.now })
      .where(session === null ? own : and(own, ne(sessions.id, session)));
    await recordActivity(tx, ctx, {
      projectId: null,
      action: "user.password_changed",
      objectType: "user",
      objectId: self.id,
    });
  });
}

function wrongPassword(): AppError {
  const message = "This is not your current password.";
  return new AppError("invalid", message, { fieldErrors: { current: [message] } });
}
