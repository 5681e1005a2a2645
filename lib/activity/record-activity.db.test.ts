import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { activities } from "#db/schema/index.ts";
import { makeProject } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import { firstBrokenLink } from "./activity-hash.ts";
import { recordActivity } from "./record-activity.ts";

const { db, sql } = await testDb();

const history = (projectId: string) =>
  db.select().from(activities).where(eq(activities.projectId, projectId)).orderBy(asc(activities.sequence));

async function withHistory(details: Record<string, unknown>[]) {
  const { project, ctx } = await makeProject(db);
  for (const detail of details) {
    await db.transaction((tx) =>
      recordActivity(tx, ctx, {
        projectId: project.id,
        action: "project.updated",
        objectType: "project",
        objectId: project.id,
        details: detail,
      }),
    );
  }
  return { project, ctx };
}

/** PostgreSQL's own message; drizzle's wrapper only repeats the statement. */
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: Error) => error.message,
  );

describe("recordActivity", () => {
  it("chains rows so that the stored history verifies, whatever the details hold", async () => {
    const { project } = await withHistory([
      { z: 1, a: { y: [1.5, null], x: "é" } },
      { text: "nul \0 lone \ud800" },
      {},
    ]);
    const rows = await history(project.id);
    expect(rows.map((row) => row.sequence)).toEqual([1, 2, 3]);
    expect(firstBrokenLink(rows)).toBeNull();
  });

  it("shows the row that was changed behind its back", async () => {
    const { project } = await withHistory([{ a: 1 }, { a: 2 }, { a: 3 }]);
    const rows = await history(project.id);
    const forged = rows.map((row) => (row.sequence === 2 ? { ...row, details: { a: 99 } } : row));
    expect(firstBrokenLink(forged)).toBe(2);
    expect(firstBrokenLink(rows.filter((row) => row.sequence !== 1))).toBe(2);
  });

  it("numbers rows without gap or repetition when transactions write at once", async () => {
    const { project, ctx } = await withHistory([]);
    const write = (n: number) =>
      db.transaction((tx) =>
        recordActivity(tx, ctx, {
          projectId: project.id,
          action: "project.updated",
          objectType: "project",
          objectId: project.id,
          details: { n },
        }),
      );
    await Promise.all(Array.from({ length: 20 }, (_, n) => write(n)));
    const rows = await history(project.id);
    expect(rows).toHaveLength(20);
    expect(firstBrokenLink(rows)).toBeNull();
  });

  it("leaves no row when the transaction is rolled back", async () => {
    const { project, ctx } = await withHistory([]);
    const failing = db.transaction(async (tx) => {
      const what = { projectId: project.id, action: "a.b", objectType: "project", objectId: project.id };
      await recordActivity(tx, ctx, what);
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await history(project.id)).toEqual([]);
  });

  it("is append-only: UPDATE, DELETE and TRUNCATE are refused by the database", async () => {
    const { project } = await withHistory([{ a: 1 }]);
    expect(await reasonOf(sql`update activities set action = 'x' where project_id = ${project.id}`)).toContain(
      "append-only",
    );
    expect(await reasonOf(sql`delete from activities where project_id = ${project.id}`)).toContain("append-only");
    expect(await reasonOf(sql`truncate activities`)).toContain("append-only");
    expect(await history(project.id)).toHaveLength(1);
  });
});
