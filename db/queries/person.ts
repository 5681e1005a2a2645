import { alias } from "drizzle-orm/pg-core";
import { users } from "../schema/index.ts";
import type { ActorView, PersonView } from "./views.ts";

export const owners = alias(users, "owners");
export const deciders = alias(users, "deciders");
export const askers = alias(users, "askers");

/** A left-joined user, or nobody. */
export function person(id: string | null, name: string | null): PersonView | null {
  return id === null || name === null ? null : { id, name };
}

/** Who a stored `{type,id?,name?,job?}` is; a job is shown by its name. */
export function actorView(actor: Record<string, string>): ActorView {
  return actor.type === "user"
    ? { id: actor.id ?? null, name: actor.name ?? "Somebody" }
    : { id: null, name: actor.job ?? "Launch Ready" };
}
