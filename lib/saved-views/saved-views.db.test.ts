import { describe, expect, it } from "vitest";
import { listSavedViews } from "#db/queries/list-saved-views.ts";
import { ctxOf, makeMember, makeProject, makeUser } from "#db/testing/factories.ts";
import { lastActivity } from "#db/testing/last-activity.ts";
import { testDb } from "#db/testing/test-db.ts";
import { deleteView } from "./delete-view.ts";
import { saveView } from "./save-view.ts";

const { db } = await testDb();

async function setting() {
  const { project, ctx, user } = await makeProject(db);
  const input = { project: project.slug, name: "Mine, blocking", search: "blocking=1&owner=me" };
  return {
    project,
    ctx,
    user,
    input,
    client: (await makeMember(db, project, "client")).ctx,
    stranger: ctxOf(db, await makeUser(db)),
  };
}

describe("saveView", () => {
  it("keeps a filter under its name, for the whole project to see", async () => {
    const { project, ctx, user, input, client } = await setting();
    await saveView({ ctx, input });
    expect(await listSavedViews(client, project.slug)).toMatchObject([
      { name: "Mine, blocking", search: "blocking=1&owner=me", createdBy: { id: user.id } },
    ]);
    expect(await lastActivity(db, project.id)).toMatchObject({
      action: "view.saved",
      details: { name: "Mine, blocking" },
    });
  });

  it("takes the new filter for a name that is there", async () => {
    const { project, ctx, input } = await setting();
    const first = await saveView({ ctx, input });
    await saveView({ ctx, input: { ...input, search: "state=open" } });
    expect(await listSavedViews(ctx, project.slug)).toMatchObject([{ id: first.id, search: "state=open" }]);
  });

  it("writes the filter anew, so that it holds nothing but parameters", async () => {
    const { ctx, input } = await setting();
    const view = await saveView({ ctx, input: { ...input, search: '?a=1&<b>="x"&javascript:alert(1)#c' } });
    expect(view.search).toBe("a=1&%3Cb%3E=%22x%22&javascript%3Aalert%281%29%23c=");
  });

  it("refuses names and filters that are too long, and more than 50", async () => {
    const { project, ctx, input } = await setting();
    for (const wrong of [
      { name: "" },
      { name: "x".repeat(61) },
      { search: "x".repeat(1001) },
      { search: "ü".repeat(900) },
    ]) {
      await expect(saveView({ ctx, input: { ...input, ...wrong } })).rejects.toMatchObject({ code: "invalid" });
    }
    for (let n = 1; n <= 50; n += 1) await saveView({ ctx, input: { ...input, name: `View ${n}` } });
    await expect(saveView({ ctx, input })).rejects.toMatchObject({ code: "conflict" });
    await saveView({ ctx, input: { ...input, name: "View 7" } });
    expect(await listSavedViews(ctx, project.slug)).toHaveLength(50);
  });

  it("is refused to a client and hidden from strangers", async () => {
    const { project, input, client, stranger } = await setting();
    await expect(saveView({ ctx: client, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(saveView({ ctx: stranger, input })).rejects.toMatchObject({ code: "not_found" });
    await expect(listSavedViews(stranger, project.slug)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("deleteView", () => {
  it("takes it away, once, and only from its own project", async () => {
    const { project, ctx, input, client, stranger } = await setting();
    const { id: view } = await saveView({ ctx, input });
    const ref = { project: project.slug, view };
    const elsewhere = await makeProject(db);
    await expect(
      deleteView({ ctx: elsewhere.ctx, input: { project: elsewhere.project.slug, view } }),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(deleteView({ ctx: client, input: ref })).rejects.toMatchObject({ code: "forbidden" });
    await expect(deleteView({ ctx: stranger, input: ref })).rejects.toMatchObject({ code: "not_found" });
    await deleteView({ ctx, input: ref });
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "view.deleted" });
    await expect(deleteView({ ctx, input: ref })).rejects.toMatchObject({ code: "not_found" });
    await expect(deleteView({ ctx, input: { ...ref, view: "nonsense" } })).rejects.toMatchObject({ code: "not_found" });
  });
});
