import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getBoard } from "#db/queries/get-board.ts";
import { activities, projects, readinessPoints } from "#db/schema/index.ts";
import { makeProject, systemCtx } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import { closeRisk } from "./close-risk.ts";
import { createRisk } from "./create-risk.ts";
import { decideRisk } from "./decide-risk.ts";
import { noteExpiries } from "./note-expiries.ts";

const { db } = await testDb();

const DAY_MS = 86_400_000;

/** A high risk, put off for 30 days. */
async function putOff() {
  const { project, ctx } = await makeProject(db);
  const inDays = (days: number) => new Date(ctx.now.getTime() + days * DAY_MS);
  const input = { project: project.slug, number: 1 };
  await createRisk({
    ctx,
    input: { project: project.slug, title: "Anybody can be admin", checkId: "role-boundaries", severity: "high" },
  });
  const decide = (days: number) =>
    decideRisk({
      ctx,
      input: { ...input, treatment: "defer", reason: "After the pilot.", expiresAt: inDays(days).toISOString() },
    });
  await decide(30);
  const sweepAt = (days: number) => noteExpiries(systemCtx(db, inDays(days)));
  const said = async () => {
    const rows = await db
      .select()
      .from(activities)
      .where(eq(activities.projectId, project.id))
      .orderBy(asc(activities.sequence));
    return rows.filter(({ action }) => action.startsWith("risk.decision_expire"));
  };
  const boardAt = (days: number) => getBoard({ ...ctx, now: inDays(days) }, project.slug);
  return { project, ctx, input, decide, sweepAt, said, boardAt };
}

describe("noteExpiries", () => {
  it("tells once a week before the end and once after it, at which the risk blocks again by itself", async () => {
    const { project, sweepAt, said, boardAt } = await putOff();
    await sweepAt(22.9);
    expect(await said()).toEqual([]);
    for (const day of [23, 23.1, 29]) await sweepAt(day);
    expect((await said()).map(({ action }) => action)).toEqual(["risk.decision_expires_soon"]);
    expect((await boardAt(29)).blockersTotal).toBe(0);
    expect((await boardAt(30)).blockersTotal).toBe(1);
    for (const day of [30, 30.1, 60]) await sweepAt(day);
    const rows = await said();
    expect(rows.map(({ action }) => action)).toEqual(["risk.decision_expires_soon", "risk.decision_expired"]);
    expect(rows[1]).toMatchObject({ details: { number: 1, treatment: "defer", expiresAt: expect.any(String) } });
    const points = await db.select().from(readinessPoints).where(eq(readinessPoints.projectId, project.id));
    expect(points.at(-1)).toMatchObject({ blockers: 1 });
  });

  it("tells once, however many workers sweep at the same moment", async () => {
    const { sweepAt, said } = await putOff();
    await Promise.all([sweepAt(31), sweepAt(31), sweepAt(31)]);
    expect((await said()).map(({ action }) => action)).toEqual(["risk.decision_expired"]);
  });

  it("says nothing of a decision that a newer one took the place of", async () => {
    const { decide, sweepAt, said } = await putOff();
    await decide(90);
    await sweepAt(31);
    expect(await said()).toEqual([]);
    await sweepAt(85);
    expect(await said()).toHaveLength(1);
  });

  it("says nothing of a risk that is settled, or of an archived project", async () => {
    const settled = await putOff();
    await closeRisk({ ctx: settled.ctx, input: { ...settled.input, reason: "The role is gone." } });
    const archived = await putOff();
    await db.update(projects).set({ archivedAt: archived.ctx.now }).where(eq(projects.id, archived.project.id));
    await settled.sweepAt(31);
    expect([await settled.said(), await archived.said()]).toEqual([[], []]);
  });

  it("is the system's to do", async () => {
    const { ctx } = await putOff();
    await expect(noteExpiries(ctx)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the board's notices", () => {
  it("name what ends within two weeks and what has ended", async () => {
    const { boardAt } = await putOff();
    expect((await boardAt(15)).notices).toEqual([]);
    expect((await boardAt(20)).notices).toMatchObject([
      { number: 1, treatment: "defer", state: "ends_soon", days: 10 },
    ]);
    expect((await boardAt(40)).notices).toMatchObject([{ number: 1, state: "ended", days: -10 }]);
  });
});
