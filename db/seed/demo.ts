import { eq, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { connect, type Db } from "#db/client.ts";
import { handoverLinks, oldUrls, projects, providers, targets, users } from "#db/schema/index.ts";
import type { Role } from "#lib/auth/permissions.ts";
import type { Ctx } from "#lib/ctx.ts";
import { acceptInvitation } from "#lib/members/accept-invitation.ts";
import { inviteMember } from "#lib/members/invite-member.ts";
import { importOldUrls } from "#lib/old-urls/import-old-urls.ts";
import { createProject } from "#lib/projects/create-project.ts";
import { createRunbook } from "#lib/runbooks/create-runbook.ts";
import { recordRehearsal } from "#lib/runbooks/record-rehearsal.ts";
import { addTarget } from "#lib/targets/add-target.ts";
import { updateTarget } from "#lib/targets/update-target.ts";
import { createOwner } from "#lib/users/create-owner.ts";
import { seedOwners } from "./demo-owners.ts";

export type DemoPerson = { role: Role; name: string; email: string; password: string };

/** What is known of the product: where its name leads, its origin, its earlier names and addresses. */
export type DemoNotes = {
  expects: string[];
  origins: string[];
  aliases: string[];
  oldUrls: { from: string; to: string }[];
};

type Product = { origin: string; notes: DemoNotes };
type Seed = Product & { databaseUrl: string; people: readonly DemoPerson[] };

/** Makes the three people and the project that points at the lab, unless somebody is here already. */
export async function seedDemo({ databaseUrl, people, ...product }: Seed): Promise<void> {
  const { db, close } = connect(databaseUrl, 2);
  try {
    const [anybody] = await db.select({ id: users.id }).from(users).limit(1);
    if (anybody) await pointAtLab(db, product);
    else await seed(db, product, people);
  } finally {
    await close();
  }
}

async function seed(db: Db, { origin, notes }: Product, [founder, ...others]: readonly DemoPerson[]): Promise<void> {
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
  await describeProduct(ctx, project, { origin, notes });
  await writeRunbook(ctx, project.slug, owner.id);
  for (const { role, name, email, password } of others) {
    const { token } = await inviteMember({ ctx, input: { project: project.slug, email, role } });
    await acceptInvitation({
      ctx: { db, actor: { type: "system", job: "seed" }, now },
      input: { token, name, password },
    });
  }
  await seedOwners(ctx, project, origin);
}

async function describeProduct(
  ctx: Ctx,
  { id, slug }: { id: string; slug: string },
  { origin, notes }: Product,
): Promise<void> {
  const [target] = await ctx.db.select({ id: targets.id }).from(targets).where(eq(targets.projectId, id));
  if (!target) throw new Error("The demo's project has no address.");
  await updateTarget({
    ctx,
    input: { project: slug, target: target.id, expects: notes.expects, origins: notes.origins },
  });
  for (const alias of notes.aliases) {
    const url = origin.replace(new URL(origin).hostname, alias);
    await addTarget({ ctx, input: { project: slug, url, profile: "alias" } });
  }
  const csv = notes.oldUrls.map(({ from, to }) => `${from},${to}`).join("\n");
  await importOldUrls({ ctx, input: { project: slug, csv } });
}

/** One runbook that only the founder has tried, so that the board shows what that means. */
async function writeRunbook(ctx: Ctx, slug: string, founder: string): Promise<void> {
  const runbook = await createRunbook({ ctx, input: { project: slug, kind: "change_variable", platform: "docker" } });
  await recordRehearsal({
    ctx,
    input: {
      project: slug,
      runbook: runbook.id,
      personId: founder,
      steps: runbook.steps.map((step) => step.id),
      doneAt: ctx.now,
      note: "Tried on staging with a variable that nothing reads.",
    },
  });
}

/** The lab's ports may have changed since the demo was made; its origin's do so with every start. */
async function pointAtLab(db: Db, { origin, notes: { origins, aliases } }: Product): Promise<void> {
  const [demo] = await db.select({ id: projects.id }).from(projects).where(eq(projects.slug, "ops-copilot"));
  if (!demo) return;
  const { hostname, port } = new URL(origin);
  for (const target of await db.select().from(targets).where(eq(targets.projectId, demo.id))) {
    const url = new URL(target.url);
    if (![hostname, ...aliases].includes(url.hostname)) continue;
    const before = url.host;
    url.port = port;
    const isBehindLab = url.hostname === hostname && target.origins.every((one) => one.startsWith("127.0.0.1:"));
    await db
      .update(targets)
      .set({ url: url.href, ...(isBehindLab && target.origins.length > 0 && { origins }) })
      .where(eq(targets.id, target.id));
    const moved = (column: AnyPgColumn) => sql`replace(${column}, ${before}, ${url.host})`;
    await db
      .update(oldUrls)
      .set({ from: moved(oldUrls.from), to: moved(oldUrls.to) })
      .where(eq(oldUrls.projectId, demo.id));
    await db
      .update(handoverLinks)
      .set({ url: moved(handoverLinks.url) })
      .where(eq(handoverLinks.projectId, demo.id));
    await db
      .update(providers)
      .set({ consoleUrl: moved(providers.consoleUrl) })
      .where(eq(providers.projectId, demo.id));
  }
}
