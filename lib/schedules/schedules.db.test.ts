import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { getSchedule } from "#db/queries/get-schedule.ts";
import { listRuns } from "#db/queries/list-runs.ts";
import { projects } from "#db/schema/index.ts";
import { makeMember, makeProject, makeTarget, NOW, systemCtx } from "#db/testing/factories.ts";
import { lastActivity } from "#db/testing/last-activity.ts";
import { testDb } from "#db/testing/test-db.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { sweep } from "#lib/jobs/sweep.ts";
import { cancelRun } from "#lib/runs/cancel-run.ts";
import { startRun } from "#lib/runs/start-run.ts";
import { setSchedule } from "./set-schedule.ts";
import { startDueAudits } from "./start-due-audits.ts";

const { db, url } = await testDb();
beforeAll(() => installQueues(url));

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS);
const sweepAt = (hours: number) => sweep({ db, now: () => inHours(hours) });

async function scheduled(every: "6h" | "day" | "week") {
  const { project, ctx } = await makeProject(db, { role: "engineer" });
  await makeTarget(db, project);
  const set = (next: typeof every | null) => setSchedule({ ctx, input: { project: project.slug, every: next } });
  await set(every);
  return {
    project,
    ctx,
    set,
    runs: () => listRuns(ctx, project.slug),
    nextAt: async () => (await getSchedule(ctx, project.slug))?.nextAt,
  };
}

describe("setSchedule", () => {
  it("counts from the moment it was set, says who did it, and tells of a change only", async () => {
    const { project, ctx, set } = await scheduled("day");
    expect(await getSchedule(ctx, project.slug)).toEqual({
      every: "day",
      nextAt: inHours(24).toISOString(),
      setBy: "Robin Example",
    });
    const told = await lastActivity(db, project.id);
    expect(told).toMatchObject({ action: "schedule.set", details: { from: null, to: "day" } });
    await set("day");
    expect(await lastActivity(db, project.id)).toEqual(told);
    await set(null);
    expect(await getSchedule(ctx, project.slug)).toBeNull();
    expect(await lastActivity(db, project.id)).toMatchObject({ action: "schedule.removed" });
  });

  it("is for the team; strangers learn nothing", async () => {
    const { project } = await makeProject(db);
    const client = await makeMember(db, project, "client");
    const other = await makeProject(db);
    const input = { project: project.slug, every: "day" as const };
    await expect(setSchedule({ ctx: client.ctx, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(setSchedule({ ctx: other.ctx, input })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("an audit that is due", () => {
  it("is started by the worker in the name of no person, at its slot and not before", async () => {
    const { runs, nextAt } = await scheduled("6h");
    await sweepAt(5.9);
    expect(await runs()).toEqual([]);
    await sweepAt(6.01);
    expect(await runs()).toMatchObject([
      { number: 1, state: "queued", reason: "schedule", startedBy: { id: null, name: "schedule" } },
    ]);
    expect(await nextAt()).toBe(inHours(12).toISOString());
  });

  it("is started once by two sweeps at once", async () => {
    const { runs } = await scheduled("day");
    await Promise.all([sweepAt(24), sweepAt(24), sweepAt(24)]);
    expect(await runs()).toHaveLength(1);
  });

  it("makes up for a week of missed slots once", async () => {
    const { ctx, project, runs, nextAt } = await scheduled("day");
    await sweepAt(24 * 7 + 1);
    expect(await nextAt()).toBe(inHours(24 * 8).toISOString());
    await cancelRun({ ctx, input: { project: project.slug, number: 1 } });
    await sweepAt(24 * 7 + 2);
    expect(await runs()).toHaveLength(1);
  });

  it("waits for the end of a run that is under way, and keeps its slot", async () => {
    const { ctx, project, runs, nextAt } = await scheduled("day");
    await startRun({ ctx, input: { project: project.slug } });
    await sweepAt(24);
    expect(await runs()).toHaveLength(1);
    expect(await nextAt()).toBe(inHours(24).toISOString());
    await cancelRun({ ctx, input: { project: project.slug, number: 1 } });
    await sweepAt(24.5);
    expect((await runs()).map(({ reason }) => reason)).toEqual(["schedule", "manual"]);
    expect(await nextAt()).toBe(inHours(48).toISOString());
  });

  it("passes a project by that has nothing to audit or is archived", async () => {
    const empty = await makeProject(db);
    await setSchedule({ ctx: empty.ctx, input: { project: empty.project.slug, every: "day" } });
    const archived = await scheduled("day");
    await db.update(projects).set({ archivedAt: NOW }).where(eq(projects.id, archived.project.id));
    await startDueAudits(systemCtx(db, inHours(25)));
    expect(await listRuns(empty.ctx, empty.project.slug)).toEqual([]);
    expect((await getSchedule(empty.ctx, empty.project.slug))?.nextAt).toBe(inHours(48).toISOString());
    expect(await archived.runs()).toEqual([]);
  });

  it("is not for people to start", async () => {
    const { ctx } = await scheduled("day");
    await expect(startDueAudits(ctx)).rejects.toMatchObject({ code: "not_found" });
  });
});
