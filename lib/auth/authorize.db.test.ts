import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { memberships, projects } from "#db/schema/index.ts";
import { makeActor, makeMember, makeProject, NOW, systemCtx } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import { authorize } from "./authorize.ts";
import { PERMISSIONS, type Permission, ROLES } from "./permissions.ts";
import { VISITOR } from "./visitor.ts";

const { db } = await testDb();

describe("authorize", () => {
  it("gives a stranger, a visitor and the instance's owner the very answer of an absent project", async () => {
    const { project } = await makeProject(db);
    const stranger = await makeActor(db);
    const owner = await makeActor(db, { isOwner: true });
    const visitor = { db, actor: VISITOR, now: NOW };
    const absent = await authorize(stranger.ctx, "no-such-project", "project.read").catch((error: Error) => error);
    for (const ctx of [stranger.ctx, owner.ctx, visitor]) {
      await expect(authorize(ctx, project.slug, "project.read")).rejects.toEqual(absent);
    }
    expect(absent).toMatchObject({ code: "not_found" });
  });

  it.each(ROLES)("gives a %s what the table of permissions says, and nothing else", async (role) => {
    const { project, ctx } = await makeProject(db, { role });
    for (const [permission, roles] of Object.entries(PERMISSIONS) as [Permission, readonly string[]][]) {
      const outcome = await authorize(ctx, project.slug, permission).then(
        (answer) => answer.role,
        (error: { code: string }) => error.code,
      );
      expect([permission, outcome]).toEqual([permission, roles.includes(role) ? role : "forbidden"]);
    }
  });

  it("counts a change of role at once", async () => {
    const { project } = await makeProject(db);
    const { user, ctx } = await makeMember(db, project, "engineer");
    await authorize(ctx, project.slug, "risk.write");
    await db.update(memberships).set({ role: "client" }).where(eq(memberships.userId, user.id));
    await expect(authorize(ctx, project.slug, "risk.write")).rejects.toMatchObject({ code: "forbidden" });
  });

  it("lets an archived project be read but not changed", async () => {
    const { project, ctx } = await makeProject(db);
    await db.update(projects).set({ archivedAt: NOW }).where(eq(projects.id, project.id));
    await expect(authorize(ctx, project.slug, "project.read")).resolves.toMatchObject({ role: "founder" });
    await expect(authorize(ctx, project.slug, "run.start")).rejects.toMatchObject({ code: "gone" });
    await expect(authorize(ctx, project.slug, "share.manage")).rejects.toMatchObject({ code: "gone" });
  });

  it("lets an archived project's links be listed and its members be removed", async () => {
    const { project, ctx } = await makeProject(db, { archivedAt: NOW });
    for (const permission of ["share.read", "member.remove"] as const) {
      await expect(authorize(ctx, project.slug, permission)).resolves.toMatchObject({ role: "founder" });
    }
  });

  it.each(["\0", "a\0b", "", "../x", "OPS"])(
    "answers %j, which no project is called, like an absent one",
    async (slug) => {
      const { ctx } = await makeActor(db);
      await expect(authorize(ctx, slug, "project.read")).rejects.toMatchObject({ code: "not_found" });
    },
  );

  it("lets jobs pass", async () => {
    const { project } = await makeProject(db);
    await expect(authorize(systemCtx(db), project.slug, "run.start")).resolves.toMatchObject({
      project: { id: project.id },
    });
  });
});
