import type { Ctx } from "#lib/ctx.ts";
import { notFound } from "#lib/errors.ts";

/** For the verbs that only jobs call: a person gets the answer of a thing that is not there. */
export function assertSystem(ctx: Ctx): void {
  if (ctx.actor.type !== "system") throw notFound();
}
