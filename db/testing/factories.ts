import type { Role } from "#lib/auth/permissions.ts";
import type { Ctx } from "#lib/ctx.ts";
import { uuidv7 } from "#lib/uuid.ts";
import type { Db } from "../client.ts";
import { memberships, projects, targets, users } from "../schema/index.ts";

type User = typeof users.$inferSelect;
type Project = typeof projects.$inferSelect;

/** The moment that tests call "now". */
export const NOW = new Date("2026-10-01T12:00:00.000Z");

/** Not a hash of anything: nobody signs in as a made user unless the test gives a real one. */
const NO_PASSWORD = "$argon2id$none";

export async function makeUser(db: Db, values: Partial<typeof users.$inferInsert> = {}): Promise<User> {
  const id = uuidv7();
  const row = {
    id,
    email: `${id}@example.test`,
    name: "Robin Example",
    passwordHash: NO_PASSWORD,
    createdAt: NOW,
    ...values,
  };
  const [user] = await db.insert(users).values(row).returning();
  return made(user);
}

/** A user and the context in which they act. */
export async function makeActor(
  db: Db,
  values: Partial<typeof users.$inferInsert> = {},
): Promise<{ user: User; ctx: Ctx }> {
  const user = await makeUser(db, values);
  return { user, ctx: ctxOf(db, user) };
}

export function ctxOf(db: Db, user: User, now: Date = NOW): Ctx {
  return { db, actor: { type: "user", id: user.id, name: user.name, isOwner: user.isOwner }, now };
}

export function systemCtx(db: Db, now: Date = NOW): Ctx {
  return { db, actor: { type: "system", job: "test" }, now };
}

/** A project with one member of the given role (a founder unless told otherwise). */
export async function makeProject(
  db: Db,
  { role = "founder", ...values }: Partial<typeof projects.$inferInsert> & { role?: Role } = {},
): Promise<{ project: Project; user: User; ctx: Ctx }> {
  const id = uuidv7();
  const row = { id, slug: `project-${id}`, name: "Ops Copilot", createdAt: NOW, ...values };
  const [project] = await db.insert(projects).values(row).returning();
  const { user, ctx } = await makeMember(db, made(project), role);
  return { project: made(project), user, ctx };
}

export async function makeMember(db: Db, project: { id: string }, role: Role): Promise<{ user: User; ctx: Ctx }> {
  const { user, ctx } = await makeActor(db);
  await db.insert(memberships).values({ projectId: project.id, userId: user.id, role, createdAt: NOW });
  return { user, ctx };
}

export async function makeTarget(
  db: Db,
  project: { id: string },
  values: Partial<typeof targets.$inferInsert> = {},
): Promise<typeof targets.$inferSelect> {
  const row = {
    projectId: project.id,
    kind: "web" as const,
    environment: "production" as const,
    url: `https://${uuidv7()}.example.test/`,
    createdAt: NOW,
    ...values,
  };
  const [target] = await db.insert(targets).values(row).returning();
  return made(target);
}

function made<T>(row: T | undefined): T {
  if (row === undefined) throw new Error("The insert returned nothing.");
  return row;
}
