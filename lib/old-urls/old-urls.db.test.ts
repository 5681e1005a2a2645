import { describe, expect, it } from "vitest";
import { getOldUrls } from "#db/queries/get-old-urls.ts";
import { makeMember, makeProject, makeTarget } from "#db/testing/factories.ts";
import { lastActivity } from "#db/testing/last-activity.ts";
import { testDb } from "#db/testing/test-db.ts";
import { importOldUrls } from "./import-old-urls.ts";
import { removeOldUrls } from "./remove-old-urls.ts";

const { db } = await testDb();

async function setting() {
  const made = await makeProject(db, { role: "engineer" });
  await makeTarget(db, made.project, { url: "https://staging.example.com/", environment: "staging" });
  await makeTarget(db, made.project, { url: "https://app.example.com/" });
  const { project, ctx } = made;
  return {
    ...made,
    take: (csv: string, options: { mode?: "replace" | "add"; skipBad?: boolean } = {}) =>
      importOldUrls({ ctx, input: { project: project.slug, csv, ...options } }),
    list: async () => (await getOldUrls(ctx, project.slug)).rows.map(({ from, to }) => [from, to]),
  };
}

const rowsOf = (count: number, prefix = "p") =>
  Array.from({ length: count }, (_, n) => `https://old.example.com/${prefix}${n},/${n}`).join("\n");

describe("importOldUrls", () => {
  it("keeps the table in its order, with paths below the production address", async () => {
    const { take, list, project } = await setting();
    expect(await take("from,to\nhttps://old.example.com/b,/b\nhttps://old.example.com/a,/a\n")).toEqual({
      imported: 2,
      repeated: 0,
      skipped: [],
      total: 2,
    });
    expect(await list()).toEqual([
      ["https://old.example.com/b", "https://app.example.com/b"],
      ["https://old.example.com/a", "https://app.example.com/a"],
    ]);
    expect(await lastActivity(db, project.id)).toMatchObject({
      action: "old_urls.imported",
      details: { mode: "replace", imported: 2, total: 2 },
    });
  });

  it("replaces the table, or adds to it and changes what is there already", async () => {
    const { take, list } = await setting();
    await take("https://old.example.com/a,/a\nhttps://old.example.com/b,/b");
    await take("https://old.example.com/b,/new\nhttps://old.example.com/c,/c", { mode: "add" });
    expect(await list()).toEqual([
      ["https://old.example.com/a", "https://app.example.com/a"],
      ["https://old.example.com/b", "https://app.example.com/new"],
      ["https://old.example.com/c", "https://app.example.com/c"],
    ]);
    await take("https://old.example.com/z,/z");
    expect(await list()).toHaveLength(1);
  });

  it("saves nothing when a row cannot be used, and says which; unless the rest is wanted", async () => {
    const { take, list } = await setting();
    const csv = "https://old.example.com/a,/a\nhttp://192.168.1.1/,/b\nhttps://localhost/,/c";
    await expect(take(csv)).rejects.toMatchObject({
      code: "invalid",
      message: "2 rows cannot be used, and nothing was saved.",
      fieldErrors: { csv: [expect.stringMatching(/^Line 2: /), expect.stringMatching(/^Line 3: /)] },
    });
    expect(await list()).toEqual([]);
    expect(await take(csv, { skipBad: true })).toMatchObject({
      imported: 1,
      skipped: [{ line: 2 }, { line: 3 }],
      total: 1,
    });
    await expect(take("http://192.168.1.1/,/b", { skipBad: true })).rejects.toMatchObject({ code: "invalid" });
    expect(await list()).toHaveLength(1);
  });

  it("holds at most 500, and says of those past 200 that no run looks at them", async () => {
    const { take, ctx, project } = await setting();
    await take(rowsOf(500));
    await expect(take(rowsOf(1, "more"), { mode: "add" })).rejects.toMatchObject({ code: "invalid" });
    await expect(take(rowsOf(501))).rejects.toMatchObject({ code: "invalid" });
    const view = await getOldUrls(ctx, project.slug);
    expect(view).toMatchObject({ total: 500, perRun: 200, observedAt: null });
    expect([view.rows[199]?.note, view.rows[200]?.note]).toEqual(["", "A run looks at the first 200."]);
  });

  it("is for the team; strangers learn nothing", async () => {
    const { project } = await setting();
    const other = await makeProject(db);
    const client = await makeMember(db, project, "client");
    const input = { project: project.slug, csv: "https://old.example.com/a,/a" };
    await expect(importOldUrls({ ctx: client.ctx, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(importOldUrls({ ctx: other.ctx, input })).rejects.toMatchObject({ code: "not_found" });
    await expect(removeOldUrls({ ctx: other.ctx, input })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("removeOldUrls", () => {
  it("takes off those that are named, or all of them", async () => {
    const { take, list, ctx, project } = await setting();
    await take(rowsOf(4));
    const from = ["https://old.example.com/p1", "https://elsewhere.example/"];
    expect(await removeOldUrls({ ctx, input: { project: project.slug, from } })).toBe(1);
    expect(await list()).toHaveLength(3);
    expect(await removeOldUrls({ ctx, input: { project: project.slug } })).toBe(3);
    expect(await list()).toEqual([]);
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "old_urls.removed", details: { removed: 3 } });
  });
});
