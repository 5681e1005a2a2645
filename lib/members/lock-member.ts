import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { memberships } from "#db/schema/index.ts";
import type { Role } from "#lib/auth/permissions.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";

type Member = { projectId: string; userId: string };

/** The member's present role, with the project's members held still until the transaction ends. */
export async function lockMember(tx: Db, { projectId, userId }: Member): Promise<Role> {
  await lockProject(tx, projectId);
  const [member] = await tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.projectId, projectId), eq(memberships.userId, userId)));
  if (!member) throw notFound();
  return member.role;
}

/** @throws AppError conflict when nobody else could manage the project */
export async function assertNotLastFounder(tx: Db, projectId: string): Promise<void> {
  const founders = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.projectId, projectId), eq(memberships.role, "founder")));
  if (founders.length <= 1) {
    throw new AppError("conflict", "A project needs a founder: make somebody else one first.");
  }
}
