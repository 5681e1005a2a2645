import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { memberships } from "#db/schema/index.ts";
import { AppError } from "#lib/errors.ts";

/** Refuses to put something in the hands of a person who is not on the project. */
export async function assertMember(tx: Db, projectId: string, userId: string | null | undefined): Promise<void> {
  if (!userId) return;
  const [member] = await tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.projectId, projectId), eq(memberships.userId, userId)));
  if (member) return;
  const message = "The owner has to be a member of the project.";
  throw new AppError("invalid", message, { fieldErrors: { ownerId: [message] } });
}
