import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { memberships, targets } from "#db/schema/index.ts";
import { makeActor, makeMember, makeProject, NOW, systemCtx } from "#db/testing/factories.ts";
import { lastActivity } from "#db/testing/last-activity.ts";
import { testDb } from "#db/testing/test-db.ts";
import { VISITOR } from "#lib/auth/visitor.ts";
import { archiveProject } from "./archive-project.ts";
import { createProject } from "./create-project.ts";
import { updateProject } from "./update-project.ts";

const { db } = await testDb();
const input = { name: "Ops Copilot", url: "ops-copilot.example" };

describe("createProject", () => {
  it("makes the creator its founder and the address its first target", async () => {
    const { ctx, user } = await makeActor(db, { isOwner: true });
    const project = await createProject({ ctx, input });
    const members = await db.select().from(memberships).where(eq(memberships.projectId, project.id));
    expect(members).toMatchObject([{ userId: user.id, role: "founder" }]);
    const rows = await db.select().from(targets).where(eq(targets.projectId, project.id));
    expect(rows).toMatchObject([{ kind: "web", environment: "production", url: "https://ops-copilot.example/" }]);
    expect(await lastActivity(db, project.id)).toMatchObject({
      sequence: 1,
      action: "project.created",
      actor: { type: "user", id: user.id, name: user.name },
    });
  });

  it("gives projects of one name different addresses, also when made at once", async () => {
    const { ctx } = await makeActor(db, { isOwner: true });
    const made = await Promise.all(
      Array.from({ length: 4 }, () => createProject({ ctx, input: { ...input, name: "Same Name" } })),
    );
    expect(made.map((project) => project.slug).sort()).toEqual([
      "same-name",
      "same-name-2",
      "same-name-3",
      "same-name-4",
    ]);
  });

  it("is for owners of the installation only", async () => {
    const member = await makeActor(db);
    const others = [member.ctx, { db, actor: VISITOR, now: NOW }, systemCtx(db)];
    for (const ctx of others) {
      await expect(createProject({ ctx, input })).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("names the field that is wrong", async () => {
    const { ctx } = await makeActor(db, { isOwner: true });
    await expect(createProject({ ctx, input: { name: " ", url: "ftp://x" } })).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { name: [expect.any(String)], url: [expect.any(String)] },
    });
  });
});

describe("updateProject", () => {
  it("changes what is given and keeps the address", async () => {
    const { project, ctx } = await makeProject(db, { description: "before" });
    const updated = await updateProject({ ctx, input: { project: project.slug, name: "New Name" } });
    expect(updated).toMatchObject({ name: "New Name", description: "before", slug: project.slug });
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "project.updated" });
  });

  it("is for founders; strangers learn nothing", async () => {
    const { project } = await makeProject(db);
    const engineer = await makeMember(db, project, "engineer");
    const stranger = await makeActor(db);
    const change = { project: project.slug, name: "Mine" };
    await expect(updateProject({ ctx: engineer.ctx, input: change })).rejects.toMatchObject({ code: "forbidden" });
    await expect(updateProject({ ctx: stranger.ctx, input: change })).rejects.toMatchObject({ code: "not_found" });
  });

  it("takes no field that is not its own", async () => {
    const { project, ctx } = await makeProject(db);
    const greedy = { project: project.slug, name: "x", slug: "taken", id: VISITOR.id, archivedAt: NOW };
    expect(await updateProject({ ctx, input: greedy })).toMatchObject({
      id: project.id,
      slug: project.slug,
      archivedAt: null,
    });
  });
});

describe("archiveProject", () => {
  it("closes the project to changes, once", async () => {
    const { project, ctx } = await makeProject(db);
    expect(await archiveProject({ ctx, input: { project: project.slug } })).toMatchObject({ archivedAt: NOW });
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "project.archived" });
    await expect(archiveProject({ ctx, input: { project: project.slug } })).rejects.toMatchObject({ code: "gone" });
  });

  it("is for founders; strangers learn nothing", async () => {
    const { project } = await makeProject(db);
    const engineer = await makeMember(db, project, "engineer");
    const stranger = await makeActor(db);
    const which = { project: project.slug };
    await expect(archiveProject({ ctx: engineer.ctx, input: which })).rejects.toMatchObject({ code: "forbidden" });
    await expect(archiveProject({ ctx: stranger.ctx, input: which })).rejects.toMatchObject({ code: "not_found" });
  });
});
