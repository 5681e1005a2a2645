import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { connection } from "#db/client.ts";
import { ctxOf, makeProject, makeTarget, makeUser } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { startRun } from "#lib/runs/start-run.ts";
import { runEvents } from "./run-events.ts";

const { db, url } = await testDb();
vi.stubEnv("DATABASE_URL", url);
beforeAll(() => installQueues(url));
afterAll(() => connection().close());

async function queuedRun() {
  const { ctx, project } = await makeProject(db);
  await makeTarget(db, project);
  const { number } = await startRun({ ctx, input: { project: project.slug } });
  return { ctx, where: { project: project.slug, run: number } };
}

describe("runEvents", () => {
  it("tells the run at once", async () => {
    const { ctx, where } = await queuedRun();
    const leaving = new AbortController();
    const reader = (await runEvents(ctx, where, leaving.signal)).body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    expect(new TextDecoder().decode(value)).toMatch(/^event: run\ndata: \{.*"state":"queued"/);
    leaving.abort();
    expect(await reader?.read()).toMatchObject({ done: true });
  });

  it("ends for whoever has left before it began", async () => {
    const { ctx, where } = await queuedRun();
    const response = await runEvents(ctx, where, AbortSignal.abort());
    expect(await response.text()).toBe("");
  });

  it("gives one person 20 streams at once, and a new one for each that ends", async () => {
    const { ctx, where } = await queuedRun();
    const leaving = new AbortController();
    const first = new AbortController();
    await runEvents(ctx, where, first.signal);
    for (let n = 1; n < 20; n += 1) await runEvents(ctx, where, leaving.signal);
    await expect(runEvents(ctx, where, leaving.signal)).rejects.toMatchObject({ code: "throttled" });
    first.abort();
    await runEvents(ctx, where, leaving.signal);
    leaving.abort();
  });

  it("is closed to strangers", async () => {
    const { where } = await queuedRun();
    const stranger = ctxOf(db, await makeUser(db));
    await expect(runEvents(stranger, where, AbortSignal.abort())).rejects.toMatchObject({ code: "not_found" });
  });
});
