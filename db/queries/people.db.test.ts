import { describe, expect, it } from "vitest";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { VISITOR } from "#lib/auth/visitor.ts";
import { sessions } from "../schema/index.ts";
import { makeActor, makeMember, makeProject, NOW } from "../testing/factories.ts";
import { testDb } from "../testing/test-db.ts";
import { getMe } from "./get-me.ts";
import { listActivities } from "./list-activities.ts";
import { listMembers } from "./list-members.ts";

const { db } = await testDb();
const later = new Date(NOW.getTime() + 1000);

describe("getMe", () => {
  it("tells who one is, with the open sessions and no secret", async () => {
    const { ctx, user } = await makeActor(db);
    await db.insert(sessions).values([
      { userId: user.id, userAgent: "open", createdAt: NOW, expiresAt: later },
      { userId: user.id, userAgent: "revoked", createdAt: NOW, expiresAt: later, revokedAt: NOW },
      { userId: user.id, userAgent: "expired", createdAt: NOW, expiresAt: NOW },
    ]);
    const me = await getMe(ctx);
    expect(me).toMatchObject({ id: user.id, email: user.email, sessions: [{ userAgent: "open" }] });
    expect(me.sessions).toHaveLength(1);
    expect(JSON.stringify(me)).not.toContain(user.passwordHash);
  });

  it("knows no visitor", async () => {
    const visitor = { db, actor: VISITOR, now: NOW };
    await expect(getMe(visitor)).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("listMembers", () => {
  it("shows the team who takes part, and clients nothing", async () => {
    const { project, user, ctx } = await makeProject(db);
    const client = await makeMember(db, project, "client");
    const stranger = await makeActor(db);
    const { members } = await listMembers(ctx, project.slug);
    expect(members.map(({ id, role }) => [id, role])).toEqual([
      [user.id, "founder"],
      [client.user.id, "client"],
    ]);
    await expect(listMembers(client.ctx, project.slug)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listMembers(stranger.ctx, project.slug)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("listActivities", () => {
  it("goes through the whole history, newest first, page by page", async () => {
    const { project, ctx } = await makeProject(db);
    for (let n = 1; n <= 5; n += 1) {
      await recordActivity(db, ctx, { projectId: project.id, action: `a.${n}`, objectType: "project", objectId: "x" });
    }
    const first = await listActivities(ctx, project.slug, { limit: 3 });
    const second = await listActivities(ctx, project.slug, { limit: 3, before: first.at(-1)?.sequence });
    expect([...first, ...second].map((row) => row.action)).toEqual(["a.5", "a.4", "a.3", "a.2", "a.1"]);
  });

  it("is closed to clients and strangers", async () => {
    const { project } = await makeProject(db);
    const client = await makeMember(db, project, "client");
    const stranger = await makeActor(db);
    await expect(listActivities(client.ctx, project.slug)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listActivities(stranger.ctx, project.slug)).rejects.toMatchObject({ code: "not_found" });
  });
});
