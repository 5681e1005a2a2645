import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { getRun } from "#db/queries/get-run.ts";
import { listRuns } from "#db/queries/list-runs.ts";
import { runs } from "#db/schema/index.ts";
import { makeProject, systemCtx } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { sweep } from "#lib/jobs/sweep.ts";
import { beginRun } from "./begin-run.ts";
import { cancelRun } from "./cancel-run.ts";
import { getRunWish } from "./get-run-wish.ts";
import { recordResults } from "./record-results.ts";
import { startRun } from "./start-run.ts";
import { audit, auditedProject, healthy } from "./testing/audited-project.ts";

const { db, url } = await testDb();
beforeAll(() => installQueues(url));

const jobsOf = (runId: string) => db.execute(sql`select state from pgboss.job where id = ${runId}`);

describe("startRun", () => {
  it("numbers the run, lists every rule, and puts its job into the queue", async () => {
    const { ctx, project, target } = await auditedProject(db);
    const run = await startRun({ ctx, input: { project: project.slug } });
    expect(run).toMatchObject({ number: 1, state: "queued", targetIds: [target.id], reason: "manual" });
    expect((await getRun(ctx, project.slug, 1)).rules.length).toBeGreaterThanOrEqual(20);
    expect(await jobsOf(run.id)).toMatchObject([{ state: "created" }]);
  });

  it("leaves neither run nor job behind when the transaction around it fails", async () => {
    const { ctx, project } = await auditedProject(db);
    const boom = new Error("boom");
    let id = "";
    await expect(
      db.transaction(async (tx) => {
        id = (await startRun({ ctx: { ...ctx, db: tx }, input: { project: project.slug } })).id;
        throw boom;
      }),
    ).rejects.toBe(boom);
    expect(await listRuns(ctx, project.slug)).toEqual([]);
    expect(await jobsOf(id)).toHaveLength(0);
  });

  it("lets one of many at the same time through", async () => {
    const { ctx, project } = await auditedProject(db);
    const tries = Array.from({ length: 5 }, () => startRun({ ctx, input: { project: project.slug } }));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of outcomes) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" });
    expect(await listRuns(ctx, project.slug)).toHaveLength(1);
  });

  it("runs the named rules only, and refuses a name that no rule has", async () => {
    const { ctx, project } = await auditedProject(db);
    const input = { project: project.slug, rules: ["edge/hsts"] };
    expect((await startRun({ ctx, input })).rules).toEqual(["edge/hsts"]);
    const other = await auditedProject(db);
    await expect(
      startRun({ ctx: other.ctx, input: { project: other.project.slug, rules: ["edge/nonsense"] } }),
    ).rejects.toMatchObject({ code: "invalid" });
  });

  it("says that there is nothing to audit without a target", async () => {
    const { ctx, project } = await makeProject(db);
    await expect(startRun({ ctx, input: { project: project.slug } })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("cancelRun", () => {
  it("ends a queued run at once, so that its job finds nothing to do", async () => {
    const { ctx, project } = await auditedProject(db);
    const run = await startRun({ ctx, input: { project: project.slug } });
    const cancelled = await cancelRun({ ctx, input: { project: project.slug, number: 1 } });
    expect(cancelled.state).toBe("cancelled");
    const ref = { projectId: project.id, runId: run.id };
    expect(await beginRun({ ctx: systemCtx(db), input: ref })).toBeNull();
  });

  it("asks the worker of a running one, and keeps the next worker from going on with it", async () => {
    const { ctx, project } = await auditedProject(db);
    const run = await startRun({ ctx, input: { project: project.slug } });
    const ref = { projectId: project.id, runId: run.id };
    const system = systemCtx(db);
    await beginRun({ ctx: system, input: ref });
    expect(await getRunWish({ ctx: system, input: { ...ref, attempt: 1 } })).toBe("go_on");
    await cancelRun({ ctx, input: { project: project.slug, number: 1 } });
    expect(await getRunWish({ ctx: system, input: { ...ref, attempt: 1 } })).toBe("cancel");
    expect(await beginRun({ ctx: system, input: ref })).toBeNull();
    expect(await getRun(ctx, project.slug, 1)).toMatchObject({ state: "cancelled" });
    expect(await getRunWish({ ctx: system, input: { ...ref, attempt: 1 } })).toBe("let_go");
  });

  it("has nothing to do with a run that has ended", async () => {
    const setting = await auditedProject(db);
    await audit(setting, healthy());
    const input = { project: setting.project.slug, number: 1 };
    await expect(cancelRun({ ctx: setting.ctx, input })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("recordResults", () => {
  it("shows each rule as soon as its parts are there, and each only once", async () => {
    const { ctx, project, target } = await auditedProject(db);
    const run = await startRun({ ctx, input: { project: project.slug } });
    const ref = { projectId: project.id, runId: run.id };
    const system = systemCtx(db);
    await beginRun({ ctx: system, input: ref });
    const { parts, startedAt, target: facts } = healthy();
    const record = (attempt = 1) =>
      recordResults({
        ctx: system,
        input: {
          ...ref,
          attempt,
          targetId: target.id,
          part: "page",
          soFar: { target: facts, startedAt, parts: { page: parts.page } },
        },
      });
    expect(await record()).toBe(true);
    const { results } = await getRun(ctx, project.slug, 1);
    expect(results.map((one) => one.rule)).toContain("edge/hsts");
    expect(results.map((one) => one.rule)).not.toContain("edge/tls-chain");
    expect(await record()).toBe(true);
    expect((await getRun(ctx, project.slug, 1)).results).toEqual(results);
    expect(await record(2)).toBe(false);
  });
});

describe("sweep", () => {
  it("fails a run whose job has gone, and leaves the others", async () => {
    const lost = await auditedProject(db);
    const waiting = await auditedProject(db);
    const run = await startRun({ ctx: lost.ctx, input: { project: lost.project.slug } });
    const other = await startRun({ ctx: waiting.ctx, input: { project: waiting.project.slug } });
    await db.execute(sql`delete from pgboss.job where id = ${run.id}`);
    await sweep({ db, now: () => new Date() });
    const stateOf = async (id: string) => (await db.select().from(runs).where(eq(runs.id, id)))[0]?.state;
    expect(await stateOf(run.id)).toBe("failed");
    expect(await stateOf(other.id)).toBe("queued");
  });
});
