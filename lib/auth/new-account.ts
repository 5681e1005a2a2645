import { z } from "zod";
import type { Db } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import { AppError } from "#lib/errors.ts";
import { hashPassword } from "./password.ts";
import { newPasswordSchema, passwordProblem } from "./password-policy.ts";

const personNameSchema = z.string().trim().min(1, "Give your name.").max(80, "A name has at most 80 characters.");

export const newAccountSchema = z.object({ name: personNameSchema, password: newPasswordSchema });

type NewAccount = z.output<typeof newAccountSchema> & { email: string };

/** Hashes a new password unless it is too easy to guess. @throws AppError invalid, on the field `field` */
export async function hashNewPassword({
  password,
  about,
  field,
}: {
  password: string;
  about: string[];
  field: string;
}): Promise<string> {
  const problem = passwordProblem(password, about);
  if (problem) throw new AppError("invalid", problem, { fieldErrors: { [field]: [problem] } });
  return hashPassword(password);
}

export function hashOfNewAccount({ name, email, password }: NewAccount): Promise<string> {
  return hashNewPassword({ password, about: [name, email], field: "password" });
}

/** Undefined when the address has an account already. */
export async function insertUser(
  tx: Db,
  values: typeof users.$inferInsert,
): Promise<typeof users.$inferSelect | undefined> {
  const [user] = await tx.insert(users).values(values).onConflictDoNothing({ target: users.email }).returning();
  return user;
}
