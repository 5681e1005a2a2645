import type { Actor } from "#lib/ctx.ts";

/** An actor as rows keep it: enough to name them after they have left. */
export function actorRef(actor: Actor): Record<string, string> {
  return actor.type === "user" ? { type: "user", id: actor.id, name: actor.name } : { type: "system", job: actor.job };
}
