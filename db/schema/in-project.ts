import { uuid } from "drizzle-orm/pg-core";
import { projects } from "./projects.ts";

/** The project that a row belongs to, and goes with. A declaration, since the tables' files import each other. */
export function inProject() {
  return uuid("project_id")
    .notNull()
    .references(() => projects.id, { onDelete: "cascade" });
}
