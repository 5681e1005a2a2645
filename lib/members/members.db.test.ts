import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { memberships } from "#db/schema/index.ts";
import { makeActor, makeMember, makeProject } from "#db/testing/factories.ts";
import { lastActivity } from "#db/testing/last-activity.ts";
import { testDb } from "#db/testing/test-db.ts";
import { whenBlocked } from "#db/testing/when-blocked.ts";
import { authorize } from "#lib/auth/authorize.ts";
import { changeRole } from "./change-role.ts";
import { removeMember } from "./remove-member.ts";

const { db, sql } = await testDb();

const foundersOf = async (projectId: string) =>
  (await db.select().from(memberships).where(eq(memberships.projectId, projectId))).filter(
    (member) => member.role === "founder",
  );

describe("changeRole", () => {
  it("counts from the member's next request on", async () => {
    const { project, ctx } = await makeProject(db);
    const member = await makeMember(db, project, "engineer");
    await authorize(member.ctx, project.slug, "risk.write");
    await changeRole({ ctx, input: { project: project.slug, user: member.user.id, role: "client" } });
    await expect(authorize(member.ctx, project.slug, "risk.write")).rejects.toMatchObject({ code: "forbidden" });
    expect(await lastActivity(db, project.id)).toMatchObject({
      action: "member.role_changed",
      objectId: member.user.id,
      details: { from: "engineer", to: "client" },
    });
  });

  it("leaves a project at least one founder, also when the last two step down at once", async () => {
    const { project, ctx, user } = await makeProject(db);
    const demote = (who: string, by = ctx) =>
      changeRole({ ctx: by, input: { project: project.slug, user: who, role: "client" } });
    await expect(demote(user.id)).rejects.toMatchObject({ code: "conflict" });
    const second = await makeMember(db, project, "founder");
    const { answers } = await sql.begin(async (blocker) => {
      await blocker`select * from memberships where project_id = ${project.id} for update`;
      const both = Promise.allSettled([demote(user.id), demote(second.user.id, second.ctx)]);
      await whenBlocked(sql, 2);
      return { answers: both };
    });
    expect((await answers).map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await foundersOf(project.id)).toHaveLength(1);
  });

  it("is for founders, among members of the project", async () => {
    const { project, ctx } = await makeProject(db);
    const engineer = await makeMember(db, project, "engineer");
    const stranger = await makeActor(db);
    const input = { project: project.slug, user: engineer.user.id, role: "founder" as const };
    await expect(changeRole({ ctx: engineer.ctx, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(changeRole({ ctx: stranger.ctx, input })).rejects.toMatchObject({ code: "not_found" });
    const outsider = { ...input, user: stranger.user.id };
    await expect(changeRole({ ctx, input: outsider })).rejects.toMatchObject({ code: "not_found" });
    expect(await foundersOf(project.id)).toHaveLength(1);
  });
});

describe("removeMember", () => {
  it("closes the project to them as if it were not there", async () => {
    const { project, ctx } = await makeProject(db);
    const member = await makeMember(db, project, "client");
    const input = { project: project.slug, user: member.user.id };
    await removeMember({ ctx, input });
    await expect(authorize(member.ctx, project.slug, "project.read")).rejects.toMatchObject({ code: "not_found" });
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "member.removed", objectId: member.user.id });
    await expect(removeMember({ ctx, input })).rejects.toMatchObject({ code: "not_found" });
  });

  it("does not remove the last founder", async () => {
    const { project, ctx, user } = await makeProject(db);
    const leave = { project: project.slug, user: user.id };
    await expect(removeMember({ ctx, input: leave })).rejects.toMatchObject({ code: "conflict" });
    await makeMember(db, project, "founder");
    await removeMember({ ctx, input: leave });
    expect(await foundersOf(project.id)).toHaveLength(1);
  });

  it("is for founders; strangers learn nothing", async () => {
    const { project, user } = await makeProject(db);
    const engineer = await makeMember(db, project, "engineer");
    const stranger = await makeActor(db);
    const input = { project: project.slug, user: user.id };
    await expect(removeMember({ ctx: engineer.ctx, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeMember({ ctx: stranger.ctx, input })).rejects.toMatchObject({ code: "not_found" });
  });
});
