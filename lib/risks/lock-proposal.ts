import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { decisions, memberships } from "#db/schema/index.ts";
import type { Role } from "#lib/auth/permissions.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { isUuid } from "#lib/ledger/is-uuid.ts";
import { lockRisk, type Risk, riskRef } from "./load-risk.ts";
import type { Decision } from "./store-decision.ts";

/** Names what was asked, so that nobody approves something newer than what they read. */
export const proposalRef = riskRef.extend({ decision: z.string() });

type Waiting = { risk: Risk; proposal: Decision };

/** @throws AppError not_found; conflict when it has been answered already */
export async function lockProposal(
  tx: Db,
  projectId: string,
  { number, decision }: { number: number; decision: string },
): Promise<Waiting> {
  const risk = await lockRisk(tx, projectId, number);
  if (!isUuid(decision)) throw notFound();
  const [proposal] = await tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.projectId, projectId), eq(decisions.riskId, risk.id), eq(decisions.id, decision)))
    .for("update");
  if (!proposal) throw notFound();
  if (proposal.state !== "proposed") {
    throw new AppError("conflict", `This was answered already: it is ${proposal.state}.`);
  }
  return { risk, proposal };
}

/**
 * The one who asks is not the one who answers; and one of the two is a founder, as the team stands now.
 * @throws AppError forbidden
 */
export async function assertSecond(tx: Db, ctx: Ctx, role: Role, { proposal }: Waiting): Promise<void> {
  if (ctx.actor.type !== "user") throw new AppError("forbidden", "A person has to answer this.");
  if (proposal.askedById === ctx.actor.id) {
    throw new AppError("forbidden", "You asked for this yourself: it takes somebody else to answer it.");
  }
  if (role === "founder") return;
  if ((await roleOf(tx, proposal.projectId, proposal.askedById)) === "founder") return;
  throw new AppError("forbidden", "No founder asked for this, so it takes a founder to answer it.");
}

/** Null for who is no member any more, or has no account any more. */
async function roleOf(tx: Db, projectId: string, userId: string | null): Promise<Role | null> {
  if (userId === null) return null;
  const [member] = await tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.projectId, projectId), eq(memberships.userId, userId)));
  return member?.role ?? null;
}
