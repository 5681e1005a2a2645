import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { targets } from "#db/schema/index.ts";
import { makeActor, makeMember, makeProject, makeTarget } from "#db/testing/factories.ts";
import { lastActivity } from "#db/testing/last-activity.ts";
import { testDb } from "#db/testing/test-db.ts";
import { addTarget } from "./add-target.ts";
import { removeTarget } from "./remove-target.ts";

const { db } = await testDb();

describe("addTarget", () => {
  it("adds a uniform address once", async () => {
    const { project, ctx } = await makeProject(db, { role: "engineer" });
    const add = (url: string) => addTarget({ ctx, input: { project: project.slug, url, environment: "staging" } });
    expect(await add("Staging.Example.com")).toMatchObject({
      url: "https://staging.example.com/",
      environment: "staging",
    });
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "target.added" });
    await expect(add("https://staging.example.com:443/#x")).rejects.toMatchObject({ code: "conflict" });
  });

  it("refuses an address that no audit will reach, and keeps nothing of it", async () => {
    const { project, ctx } = await makeProject(db);
    const input = { project: project.slug, url: "http://192.168.1.1/" };
    await expect(addTarget({ ctx, input })).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { url: [expect.any(String)] },
    });
    expect(await db.select().from(targets).where(eq(targets.projectId, project.id))).toEqual([]);
  });

  it("stops at 20, also when added at once", async () => {
    const { project, ctx } = await makeProject(db);
    const add = (n: number) => addTarget({ ctx, input: { project: project.slug, url: `https://h${n}.example` } });
    const answers = await Promise.allSettled(Array.from({ length: 25 }, (_, n) => add(n)));
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(20);
  });

  it("is for the team; strangers learn nothing", async () => {
    const { project } = await makeProject(db);
    const client = await makeMember(db, project, "client");
    const stranger = await makeActor(db);
    const input = { project: project.slug, url: "https://x.example" };
    await expect(addTarget({ ctx: client.ctx, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(addTarget({ ctx: stranger.ctx, input })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("removeTarget", () => {
  it("removes it, once", async () => {
    const { project, ctx } = await makeProject(db);
    const target = await makeTarget(db, project);
    const input = { project: project.slug, target: target.id };
    await removeTarget({ ctx, input });
    expect(await db.select().from(targets).where(eq(targets.id, target.id))).toEqual([]);
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "target.removed", objectId: target.id });
    await expect(removeTarget({ ctx, input })).rejects.toMatchObject({ code: "not_found" });
  });

  it("does not reach into another project, nor past the role", async () => {
    const { project } = await makeProject(db);
    const target = await makeTarget(db, project);
    const client = await makeMember(db, project, "client");
    const other = await makeProject(db);
    const input = { project: project.slug, target: target.id };
    await expect(removeTarget({ ctx: client.ctx, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeTarget({ ctx: other.ctx, input })).rejects.toMatchObject({ code: "not_found" });
    const swapped = { project: other.project.slug, target: target.id };
    await expect(removeTarget({ ctx: other.ctx, input: swapped })).rejects.toMatchObject({ code: "not_found" });
    expect(await db.select().from(targets).where(eq(targets.id, target.id))).toHaveLength(1);
  });
});
