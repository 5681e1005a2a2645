import { chmod, mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { testDb } from "#db/testing/test-db.ts";
import { freePort } from "./free-port.ts";
import { childrenOf, isAlive, kill, type Started, startProcess } from "./testing/start-process.ts";

const { url } = await testDb();
const PATIENCE = { timeout: 60_000, interval: 50 };
const SECRETS = { AUTH_SECRET: "0123456789abcdef0123456789abcdef" };
const OWN_DATABASE = { ...SECRETS, DATABASE_URL: url, DEMO: "1" };
const FAMILY = new URL("./testing/small-family.ts", import.meta.url);
const [LAB, WORKER, WEB] = ["lab/main.ts", "jobs/main.ts", "testing/small-web.ts"] as const;

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function family(env: Record<string, string>) {
  const directory = await mkdtemp(join(tmpdir(), "launch-ready-family-"));
  await chmod(directory, 0o755);
  cleanups.push(() => rm(directory, { recursive: true, force: true }));
  const port = await freePort(4700);
  const started = startProcess(FAMILY, [], {
    DATA_DIR: directory,
    PORT: String(port),
    ...env,
  });
  cleanups.push(() => {
    started.child.kill("SIGTERM");
    return started.ended;
  });
  const endedEarly = started.ended.then((how) => {
    throw new Error(`It ended (${how}): ${started.output().stderr}`);
  });
  await Promise.race([
    vi.waitFor(() => expect(started.output().stdout, started.output().stderr).toContain("Ctrl-C"), PATIENCE),
    endedEarly,
  ]);
  endedEarly.catch(() => {});
  return { ...started, directory, origin: `http://127.0.0.1:${port}` };
}

async function health(origin: string): Promise<number> {
  return (await fetch(`${origin}/api/health`)).status;
}

const members = ({ child }: Started) => childrenOf(child.pid);
const allGone = (pids: Iterable<number>) =>
  vi.waitFor(() => expect([...pids].filter((pid) => isAlive(pid))).toEqual([]), PATIENCE);

describe("the family of processes", () => {
  it("ends with Ctrl-C, the database too, also when that comes twice and a page is still open", async () => {
    const started = await family({});
    const pids = members(started);
    expect([...pids.keys()].sort()).toEqual([LAB, WORKER, WEB, "bin/postgres"].sort());
    const page = request(`${started.origin}/page`).on("error", () => {});
    page.end();
    await new Promise((resolve) => page.once("response", resolve));
    started.child.kill("SIGINT");
    started.child.kill("SIGINT");
    expect(await started.ended).toBe(0);
    await allGone(pids.values());
    expect(started.output().stderr).toBe("");
  }, 90_000);

  it("ends in order when whoever started it is gone", async () => {
    const started = await family(OWN_DATABASE);
    const pids = members(started);
    expect([...pids.keys()].sort()).toEqual([LAB, WORKER, WEB].sort());
    started.child.disconnect();
    expect(await started.ended).toBe(0);
    await allGone(pids.values());
  }, 90_000);

  it("leaves nothing behind when it is killed", async () => {
    const started = await family(OWN_DATABASE);
    const pids = members(started);
    started.child.kill("SIGKILL");
    await allGone(pids.values());
  }, 90_000);

  it("starts again what was killed, and says so; health is 503 until then", async () => {
    const started = await family(OWN_DATABASE);
    expect(await health(started.origin)).toBe(200);
    const worker = members(started).get(WORKER) ?? 0;
    process.kill(worker, "SIGKILL");
    await vi.waitFor(async () => expect(await health(started.origin)).toBe(503), { ...PATIENCE, interval: 5 });
    await vi.waitFor(async () => expect(await health(started.origin)).toBe(200), PATIENCE);
    expect(members(started).get(WORKER)).not.toBe(worker);
    expect(started.output().stderr).toBe("The worker process ended (SIGKILL); it is started again.\n");
  }, 90_000);

  it("ends everything when one ends again and again", async () => {
    const started = await family({ ...OWN_DATABASE, DEMO: "0" });
    const pids = members(started);
    const killing = setInterval(() => kill(members(started).get(WEB)), 50);
    expect(await started.ended).toBe(1);
    clearInterval(killing);
    expect(started.output().stderr).toContain("The web process ended (SIGKILL). Everything is stopped.");
    await allGone(pids.values());
  }, 90_000);
});
