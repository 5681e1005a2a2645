import { connection } from "#db/client.ts";
import type { Actor, Ctx } from "#lib/ctx.ts";

/** Somebody who has not signed in: a user that no row belongs to, so every project is closed to them. */
export const VISITOR = {
  type: "user",
  id: "00000000-0000-0000-0000-000000000000",
  name: "Visitor",
  isOwner: false,
} as const satisfies Actor;

export function isVisitor(actor: Actor): boolean {
  return actor.type === "user" && actor.id === VISITOR.id;
}

/** For what works without an account: sign-in, the first account, an invitation, a share link. */
export function visitorCtx(): Ctx {
  return { db: connection().db, actor: VISITOR, now: new Date() };
}
