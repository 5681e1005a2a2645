import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { connection, type Db } from "#db/client.ts";
import { getHealth } from "#db/queries/get-health.ts";
import { getPackFile } from "#db/queries/get-pack-file.ts";
import { getRun } from "#db/queries/get-run.ts";
import { listRisks } from "#db/queries/list-risks.ts";
import { subscribeRun } from "#db/queries/run-events.ts";
import { risks } from "#db/schema/index.ts";
import { makeProject, makeTarget } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import { labEgress } from "#lab/lab-egress.ts";
import { startLab } from "#lab/start-lab.ts";
import { createPack } from "#lib/packs/create-pack.ts";
import { defaultEgressConfig, parseAllow } from "#lib/probes/config.ts";
import { markFixed } from "#lib/risks/mark-fixed.ts";
import { cancelRun } from "#lib/runs/cancel-run.ts";
import { startRun } from "#lib/runs/start-run.ts";
import { restartablePostgres } from "./testing/restartable-postgres.ts";
import { type RunningWorker, startWorker } from "./worker.ts";

const { db, url } = await testDb();
const LOOPBACK = { ...defaultEgressConfig(), allow: [parseAllow("127.0.0.0/8")] };
const SOON = { heartbeatSeconds: 10, retryDelay: 1 };
const PATIENCE = { timeout: 90_000, interval: 50 };

const running: RunningWorker[] = [];
const someWorker = async () => running[0] ?? worker();
async function worker(egress = LOOPBACK) {
  const started = await startWorker({ url, egress, queues: SOON, superviseSeconds: 1 });
  running.push(started);
  return started;
}
afterAll(async () => {
  for (const one of running) await one.stop();
}, 60_000);

/** An http server on the loopback that can be told to answer nothing. */
async function slowServer() {
  let isSilent = false;
  let asked = 0;
  const waiting: (() => void)[] = [];
  const server = createServer((_, response) => {
    const answer = () => response.setHeader("content-type", "text/html").end("<title>Slow</title>");
    if (!isSilent) return answer();
    asked += 1;
    waiting.push(answer);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}/`,
    holdBack: () => {
      isSilent = true;
    },
    answer: () => {
      isSilent = false;
      for (const give of waiting.splice(0)) give();
    },
    asked: () => asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function projectOf(origin: string, on: Db = db, notes: Parameters<typeof makeTarget>[2] = {}) {
  const { project, ctx } = await makeProject(on);
  await makeTarget(on, project, { url: origin, ...notes });
  const now = () => ({ ...ctx, now: new Date() });
  return { project, slug: project.slug, ctx: now };
}

async function workerProcess(databaseUrl: string) {
  const file = fileURLToPath(new URL("./testing/worker-process.ts", import.meta.url));
  const child = spawn(process.execPath, [file, databaseUrl], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return child;
}

const RULES = ["edge/nosniff"];

describe("a worker", () => {
  let server: Awaited<ReturnType<typeof slowServer>>;
  beforeAll(async () => {
    server = await slowServer();
  });
  afterAll(() => server.close());

  it("lets another one finish the run in whose middle it was killed, once", async () => {
    server.holdBack();
    const doomed = await workerProcess(url);
    const { slug, ctx, project } = await projectOf(server.origin);
    await startRun({ ctx: ctx(), input: { project: slug, rules: RULES } });
    await vi.waitFor(() => expect(server.asked()).toBeGreaterThan(0), PATIENCE);
    doomed.kill("SIGKILL");
    await once(doomed, "exit");
    expect(await getRun(ctx(), slug, 1)).toMatchObject({ state: "running" });

    await worker();
    server.answer();
    await vi.waitFor(async () => expect((await getRun(ctx(), slug, 1)).state).toBe("finished"), PATIENCE);
    expect((await getRun(ctx(), slug, 1)).results).toMatchObject([{ rule: "edge/nosniff", verdict: "fail" }]);
    expect(await db.select().from(risks).where(eq(risks.projectId, project.id))).toHaveLength(1);
  }, 120_000);

  it("stops a run that is cancelled while its target keeps it waiting", async () => {
    await someWorker();
    server.holdBack();
    const before = server.asked();
    const { slug, ctx } = await projectOf(server.origin);
    await startRun({ ctx: ctx(), input: { project: slug, rules: RULES } });
    await vi.waitFor(() => expect(server.asked()).toBeGreaterThan(before), PATIENCE);
    await cancelRun({ ctx: ctx(), input: { project: slug, number: 1 } });
    await vi.waitFor(async () => expect((await getRun(ctx(), slug, 1)).state).toBe("cancelled"), PATIENCE);
    expect(await listRisks(ctx(), slug)).toEqual([]);
    server.answer();
  }, 60_000);

  it("hands a run in hand to the next one when it is stopped", async () => {
    const first = await someWorker();
    server.holdBack();
    const before = server.asked();
    const { slug, ctx, project } = await projectOf(server.origin);
    await startRun({ ctx: ctx(), input: { project: slug, rules: RULES } });
    await vi.waitFor(() => expect(server.asked()).toBeGreaterThan(before), PATIENCE);
    await first.stop(1_000);
    running.splice(running.indexOf(first), 1);
    server.answer();
    expect(await getRun(ctx(), slug, 1)).toMatchObject({ state: "running" });
    await worker();
    await vi.waitFor(async () => expect((await getRun(ctx(), slug, 1)).state).toBe("finished"), PATIENCE);
    expect(await db.select().from(risks).where(eq(risks.projectId, project.id))).toHaveLength(1);
  }, 120_000);

  it("survives that the database throws all connections out in the middle of a run", async () => {
    await someWorker();
    server.holdBack();
    const before = server.asked();
    const { slug, ctx, project } = await projectOf(server.origin);
    await startRun({ ctx: ctx(), input: { project: slug, rules: RULES } });
    await vi.waitFor(() => expect(server.asked()).toBeGreaterThan(before), PATIENCE);
    await db.execute(sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    server.answer();
    await vi.waitFor(async () => expect((await getRun(ctx(), slug, 1)).state).toBe("finished"), PATIENCE);
    expect(await db.select().from(risks).where(eq(risks.projectId, project.id))).toHaveLength(1);
  }, 120_000);

  it("looks at every target of a run, also when there are more than it looks at side by side", async () => {
    await someWorker();
    server.answer();
    const { slug, ctx, project } = await projectOf(server.origin);
    for (const path of ["b", "c", "d", "e"]) await makeTarget(db, project, { url: `${server.origin}${path}` });
    await startRun({ ctx: ctx(), input: { project: slug, rules: RULES } });
    await vi.waitFor(async () => expect((await getRun(ctx(), slug, 1)).state).toBe("finished"), PATIENCE);
    const { results } = await getRun(ctx(), slug, 1);
    expect(results.map(({ targetUrl }) => targetUrl.slice(server.origin.length)).toSorted()).toEqual([
      "",
      "b",
      "c",
      "d",
      "e",
    ]);
  }, 60_000);

  it("ends a run whose target cannot be looked at, and says why", async () => {
    await someWorker();
    const gone = await slowServer();
    gone.close();
    const { slug, ctx } = await projectOf(gone.origin);
    await startRun({ ctx: ctx(), input: { project: slug } });
    await vi.waitFor(async () => expect(await getRun(ctx(), slug, 1)).toMatchObject({ state: "finished" }), PATIENCE);
    const { results } = await getRun(ctx(), slug, 1);
    expect(results.find((one) => one.rule === "edge/hsts")).toMatchObject({ verdict: "inconclusive" });
    expect(results.filter((one) => one.verdict === "fail")).toEqual([]);
  }, 60_000);

  it("fails a run, with a sentence for people, whose target may not be looked at", async () => {
    await someWorker();
    const { slug, ctx } = await projectOf("http://127.0.0.1:1/");
    await startRun({ ctx: ctx(), input: { project: slug } });
    await vi.waitFor(async () => expect(await getRun(ctx(), slug, 1)).toMatchObject({ state: "failed" }), PATIENCE);
    expect((await getRun(ctx(), slug, 1)).error).toMatch(/^Port 1 /);
  }, 60_000);
});

describe("a restart of the database in the middle of a run", () => {
  let postgres: Awaited<ReturnType<typeof restartablePostgres>>;
  let server: Awaited<ReturnType<typeof slowServer>>;
  let child: Awaited<ReturnType<typeof workerProcess>>;
  beforeAll(async () => {
    [postgres, server] = await Promise.all([restartablePostgres(), slowServer()]);
    vi.stubEnv("DATABASE_URL", postgres.url);
    child = await workerProcess(postgres.url);
  }, 60_000);
  afterAll(async () => {
    child.kill("SIGKILL");
    server.close();
    await connection().close();
    await postgres.remove();
  }, 60_000);

  it.each([
    { answered: "after it", whileDown: () => {}, after: () => server.answer() },
    { answered: "while it is away", whileDown: () => server.answer(), after: () => {} },
  ])(
    "lets a run finish, once, in the same worker, whose target answers $answered",
    async ({ whileDown, after }) => {
      const own = connection().db;
      const { project, slug, ctx } = await projectOf(server.origin, own);
      server.holdBack();
      const before = server.asked();
      const run = await startRun({ ctx: ctx(), input: { project: slug, rules: RULES } });
      const told = vi.fn();
      const unsubscribe = await subscribeRun(run.id, told);
      await vi.waitFor(() => expect(server.asked()).toBeGreaterThan(before), PATIENCE);

      await postgres.restart(async () => {
        whileDown();
        expect(await getHealth()).toEqual({ database: "down", worker: "down" });
        told.mockClear();
      });
      await vi.waitFor(() => expect(told, "listens again, and looks what it missed").toHaveBeenCalled(), PATIENCE);
      told.mockClear();
      after();
      await vi.waitFor(async () => expect((await getRun(ctx(), slug, 1)).state).toBe("finished"), PATIENCE);
      await vi.waitFor(() => expect(told, "of results and end").toHaveBeenCalled(), PATIENCE);
      await unsubscribe();
      expect(await own.select().from(risks).where(eq(risks.projectId, project.id))).toHaveLength(1);
      expect(await getHealth()).toEqual({ database: "up", worker: "up" });
      expect(child.exitCode ?? child.signalCode).toBeNull();
    },
    180_000,
  );
});

describe("the way from a fault to the pack", () => {
  it("finds it in the lab, verifies its repair, and renders the pack", async () => {
    for (const one of running.splice(0)) await one.stop();
    const lab = await startLab({ faults: ["nosniff-missing"] });
    try {
      await worker(labEgress(lab));
      const { expects = [], origins = [] } = lab.target().notes;
      const { slug, ctx } = await projectOf(`${lab.origin}/`, db, { expects, origins });
      const ended = (number: number) =>
        vi.waitFor(async () => expect((await getRun(ctx(), slug, number)).state).toBe("finished"), PATIENCE);
      await startRun({ ctx: ctx(), input: { project: slug } });
      await ended(1);
      const found = await listRisks(ctx(), slug);
      const risk = found.find((one) => one.rule === "edge/nosniff");
      const others = found.filter((one) => one !== risk);
      expect(risk).toMatchObject({ rule: "edge/nosniff", state: "open" });
      // The first audit of a host cannot have seen its certificate renew.
      expect(others.map(({ rule, title }) => [rule, title])).toEqual([["edge/tls-renewal", expect.any(String)]]);

      lab.faults.set("nosniff-missing", false);
      const number = risk?.number ?? 0;
      await markFixed({ ctx: ctx(), input: { project: slug, number } });
      await ended(2);
      const after = await listRisks(ctx(), slug);
      expect(after.find((one) => one.number === number)).toMatchObject({ state: "verified", verifiedRun: 2 });

      await createPack({ ctx: ctx(), input: { project: slug } });
      await vi.waitFor(async () => expect((await getPackFile(ctx(), slug, 1)).state).toBe("ready"), PATIENCE);
      const { pdf } = await getPackFile(ctx(), slug, 1);
      expect(
        Buffer.from(pdf ?? [])
          .subarray(0, 5)
          .toString(),
      ).toBe("%PDF-");
    } finally {
      await lab.close();
    }
  }, 120_000);
});
