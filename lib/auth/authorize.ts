import { and, eq } from "drizzle-orm";
import { memberships, projects } from "#db/schema/index.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { isAllowed, type Permission, type Role } from "./permissions.ts";

export type Authorized = { project: typeof projects.$inferSelect; role: Role };

/** What may still be done with an archived project: reading it, and closing it to somebody. */
const AFTER_THE_END: readonly Permission[] = [
  "project.read",
  "member.read",
  "record.read",
  "pack.read",
  "share.read",
  "member.remove",
];
const SLUG = /^[a-z0-9-]+$/;

/**
 * Finds the project and lets the actor pass, or throws. The role is read each time, so a change of it counts at once.
 * @throws AppError not_found for a stranger and for an absent project alike; forbidden for a member whose role does
 *   not allow it; gone for a change to an archived project.
 */
export async function authorize(ctx: Ctx, slug: string, permission: Permission): Promise<Authorized> {
  const found = SLUG.test(slug) ? await find(ctx, slug) : undefined;
  if (!found) throw notFound();
  if (!isAllowed(found.role, permission)) {
    throw new AppError("forbidden", `As ${found.role} of this project you may not do this.`);
  }
  if (found.project.archivedAt && !AFTER_THE_END.includes(permission)) {
    throw new AppError("gone", "This project is archived: it can be read, not changed.");
  }
  return found;
}

async function find({ db, actor }: Ctx, slug: string): Promise<Authorized | undefined> {
  if (actor.type === "system") {
    const [project] = await db.select().from(projects).where(eq(projects.slug, slug));
    return project && { project, role: "founder" };
  }
  const [found] = await db
    .select({ project: projects, role: memberships.role })
    .from(projects)
    .innerJoin(memberships, and(eq(memberships.projectId, projects.id), eq(memberships.userId, actor.id)))
    .where(eq(projects.slug, slug));
  return found;
}
