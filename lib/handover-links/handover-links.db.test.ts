import { describe, expect, it } from "vitest";
import { getOwners } from "#db/queries/get-owners.ts";
import { makeActor, makeMember, makeProject } from "#db/testing/factories.ts";
import { lastActivity } from "#db/testing/last-activity.ts";
import { testDb } from "#db/testing/test-db.ts";
import type { Role } from "#lib/auth/permissions.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { addLink } from "./add-link.ts";
import { checkLinks } from "./check-links.ts";
import { removeLink } from "./remove-link.ts";
import { updateLink } from "./update-link.ts";

const { db, url: databaseUrl } = await testDb();
await installQueues(databaseUrl);

const LOGS = { kind: "logs" as const, title: "Logs of the API", url: "https://logs.example/api" };

async function begin(role: Role = "engineer") {
  const made = await makeProject(db, { role });
  const project = made.project.slug;
  const add = (values: Partial<Parameters<typeof addLink>[0]["input"]> = {}) =>
    addLink({ ctx: made.ctx, input: { project, ...LOGS, ...values } });
  return { ...made, add };
}

describe("the links of a handover", () => {
  it("are added, changed and removed, each said in the history", async () => {
    const { project, user, ctx, add } = await begin();
    const link = await add({ ownerId: user.id });
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "link.added", details: { title: LOGS.title } });
    expect((await getOwners(ctx, project.slug)).links).toEqual([
      { id: link.id, ...LOGS, owner: { id: user.id, name: user.name }, check: null },
    ]);
    const input = { project: project.slug, link: link.id };
    await updateLink({ ctx, input: { ...input, title: "All logs", ownerId: null } });
    expect(await lastActivity(db, project.id)).toMatchObject({
      action: "link.updated",
      details: { title: { from: LOGS.title, to: "All logs" }, ownerId: { from: user.id, to: null } },
    });
    await removeLink({ ctx, input });
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "link.removed" });
    await expect(removeLink({ ctx, input })).rejects.toMatchObject({ code: "not_found" });
    expect((await getOwners(ctx, project.slug)).links).toEqual([]);
  });

  it.each([
    ["title", { title: " " }],
    ["title", { title: "password: hunter2!" }],
    ["url", { url: "ftp://logs.example/" }],
    ["url", { url: "https://ana:there@logs.example/" }],
    ["url", { url: `https://logs.example/?key=${"a1B2".repeat(8)}` }],
    ["url", { url: "https://logs.example/?password=hunter2" }],
  ])("refuse what is wrong with %s (%#)", async (field, values) => {
    const { ctx, project, add } = await begin();
    await expect(add(values)).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { [field]: [expect.any(String)] },
    });
    expect((await getOwners(ctx, project.slug)).links).toEqual([]);
  });

  it("may be internal, have each address once, and a member as the one to ask", async () => {
    const { add } = await begin();
    const stranger = await makeActor(db);
    await add({ url: "http://wiki.internal/runbook" });
    await add();
    await expect(add()).rejects.toMatchObject({ code: "conflict" });
    await expect(add({ url: "https://b.example/", ownerId: stranger.user.id })).rejects.toMatchObject({
      fieldErrors: { ownerId: [expect.any(String)] },
    });
  });

  it("stop at 50", async () => {
    const { add } = await begin();
    for (let n = 0; n < 50; n += 1) await add({ url: `https://h${n}.example/` });
    await expect(add({ url: "https://one-more.example/" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("are the team's to change; strangers learn nothing, nor does another project reach in", async () => {
    const { project, add } = await begin();
    const link = await add();
    const client = await makeMember(db, project, "client");
    const other = await makeProject(db);
    const input = { project: project.slug, link: link.id };
    for (const verb of [addLink, updateLink, removeLink, checkLinks]) {
      const call = { input: { ...input, ...LOGS } };
      await expect(verb({ ctx: client.ctx, ...call })).rejects.toMatchObject({ code: "forbidden" });
      await expect(verb({ ctx: other.ctx, ...call })).rejects.toMatchObject({ code: "not_found" });
    }
    const swapped = { project: other.project.slug, link: link.id };
    await expect(updateLink({ ctx: other.ctx, input: { ...swapped, title: "Mine" } })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(removeLink({ ctx: other.ctx, input: swapped })).rejects.toMatchObject({ code: "not_found" });
    expect((await getOwners(client.ctx, project.slug)).links).toHaveLength(1);
    await expect(getOwners(other.ctx, project.slug)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("checkLinks", () => {
  it("starts one check at a time, and none without links", async () => {
    const { project, ctx, add } = await begin();
    const input = { project: project.slug };
    await expect(checkLinks({ ctx, input })).rejects.toMatchObject({ code: "conflict" });
    await add();
    expect(await checkLinks({ ctx, input })).toEqual({ links: 1 });
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "links.check_started", details: { links: 1 } });
    expect((await getOwners(ctx, project.slug)).checking).toEqual({ onlyDue: false, done: 0, total: 1 });
    await expect(checkLinks({ ctx, input })).rejects.toMatchObject({ code: "conflict" });
  });
});
