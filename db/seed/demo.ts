import { eq } from "drizzle-orm";
import { connect, type Db } from "#db/client.ts";
import { projects, targets, users } from "#db/schema/index.ts";
import type { Role } from "#lib/auth/permissions.ts";
import type { Ctx } from "#lib/ctx.ts";
import { acceptInvitation } from "#lib/members/accept-invitation.ts";
import { inviteMember } from "#lib/members/invite-member.ts";
import { createProject } from "#lib/projects/create-project.ts";
import { createOwner } from "#lib/users/create-owner.ts";

export type DemoPerson = { role: Role; name: string; email: string; password: string };

type Seed = { databaseUrl: string; origin: string; people: readonly DemoPerson[] };

/** Makes the three people and the project that points at the lab, unless somebody is here already. */
export async function seedDemo({ databaseUrl, origin, people }: Seed): Promise<void> {
  const { db, close } = connect(databaseUrl, 2);
  try {
    const [anybody] = await db.select({ id: users.id }).from(users).limit(1);
    if (anybody) await pointAtLab(db, origin);
    else await seed(db, origin, people);
  } finally {
    await close();
  }
}

async function seed(db: Db, origin: string, [founder, ...others]: readonly DemoPerson[]): Promise<void> {
  if (!founder) throw new Error("The demo needs a founder.");
  const now = new Date();
  const owner = await createOwner({ ctx: { db, actor: { type: "system", job: "seed" }, now }, input: founder });
  const ctx: Ctx = { db, actor: { type: "user", id: owner.id, name: owner.name, isOwner: true }, now };
  const project = await createProject({
    ctx,
    input: {
      name: "Ops Copilot",
      description: "The demo: an internal-operations chatbot that runs on this machine, with a few faults switched on.",
      url: origin,
    },
  });
  for (const { role, name, email, password } of others) {
    const { token } = await inviteMember({ ctx, input: { project: project.slug, email, role } });
    await acceptInvitation({
      ctx: { db, actor: { type: "system", job: "seed" }, now },
      input: { token, name, password },
    });
  }
}

/** The lab's port may have changed since the demo was made. */
async function pointAtLab(db: Db, origin: string): Promise<void> {
  const [demo] = await db.select({ id: projects.id }).from(projects).where(eq(projects.slug, "ops-copilot"));
  const rows = demo ? await db.select().from(targets).where(eq(targets.projectId, demo.id)) : [];
  const lab = rows.find((target) => new URL(target.url).hostname === new URL(origin).hostname);
  if (lab && new URL(lab.url).origin !== origin) {
    await db
      .update(targets)
      .set({ url: `${origin}/` })
      .where(eq(targets.id, lab.id));
  }
}
