import { once } from "node:events";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { databaseUrl } from "#db/testing/database-url.ts";
import { freePort } from "./free-port.ts";
import { startProcess } from "./testing/start-process.ts";

const MAIN = new URL("./main.ts", import.meta.url);
const AUTH_SECRET = "0123456789abcdef0123456789abcdef";
const NOBODY_THERE = "postgres://somebody:secret@127.0.0.1:1/launch_ready";

let directory = "";
let PORT = "";
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "launch-ready-cli-"));
  // The user that PostgreSQL runs as must be able to enter it.
  await chmod(directory, 0o755);
  PORT = String(await freePort(0));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function place(name: string, files: Record<string, string>): Promise<string> {
  const path = join(directory, name);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(join(path, file, ".."), { recursive: true });
    await writeFile(join(path, file), text);
  }
  return path;
}

/** Ends with one sentence on stderr and nothing else. */
async function refusal(command: string, env: Record<string, string>): Promise<string> {
  const { ended, output } = startProcess(MAIN, [command], { DATA_DIR: directory, PORT, ...env });
  expect(await ended, "exit code").toSatisfy((code) => code === 1 || code === 2);
  const { stdout, stderr } = output();
  expect(stdout).toBe("");
  expect(stderr).not.toMatch(/^\s+at |Error:|node:internal/m);
  expect(stderr).not.toContain("secret@");
  expect(stderr.trim().split("\n").length, stderr).toBeLessThanOrEqual(2);
  return stderr;
}

describe("start", () => {
  it("names the port that is taken, and another", async () => {
    const blocker = createServer().listen(0, "127.0.0.1");
    await once(blocker, "listening");
    const address = blocker.address();
    const taken = typeof address === "object" && address ? address.port : 0;
    const said = await refusal("start", { PORT: String(taken) });
    expect(said).toContain(`Port ${taken} is taken`);
    expect(said).toContain(`PORT=${taken + 1}`);
    blocker.close();
  });

  it.each([
    ["PORT", "abc"],
    ["HOST", "203.0.113.9"],
    ["HOST", "0.0.0.0"],
    ["EGRESS_ALLOW", "wat!"],
    ["DATABASE_URL", "postgres://a:b/c@d@e:port/x"],
  ])("names %s when that is %j", async (name, value) => {
    expect(await refusal("start", { [name]: value })).toContain(name);
  });

  it("names a secret that is too short, and how to make one", async () => {
    const said = await refusal("start", { DATABASE_URL: NOBODY_THERE, AUTH_SECRET: "short" });
    expect(said).toMatch(/AUTH_SECRET .*openssl rand/);
  });

  it("names the database that refuses the connection, without its password", async () => {
    const said = await refusal("start", { DATABASE_URL: NOBODY_THERE, AUTH_SECRET });
    expect(said).toMatch(/127\.0\.0\.1:1\/launch_ready .*ECONNREFUSED/);
  });

  it("names the database that lets us not in", async () => {
    const url = new URL(databaseUrl(inject("serverUrl"), "postgres"));
    url.username = "nobody_of_that_name";
    expect(await refusal("start", { DATABASE_URL: url.href, AUTH_SECRET })).toContain("nobody_of_that_name");
  });

  it("says that a file is where its directory should be", async () => {
    const DATA_DIR = join(await place("file", { here: "" }), "here");
    expect(await refusal("start", { DATA_DIR })).toContain(`${DATA_DIR} cannot be used: a file is in its place`);
  });

  it("says which file of its directory is damaged, and changes none", async () => {
    const secrets = await place("secrets", { "secrets.json": "{" });
    expect(await refusal("start", { DATA_DIR: secrets })).toContain(`${secrets}/secrets.json is damaged`);
    const demo = await place("demo", { "demo.json": "{" });
    expect(await refusal("start", { DATA_DIR: demo })).toContain(`${demo}/demo.json is damaged`);
    const cluster = await place("cluster", { "postgres/password": "x", "postgres/data/PG_VERSION": "18\n" });
    await chmod(join(cluster, "postgres"), 0o755);
    expect(await refusal("start", { DATA_DIR: cluster, DEMO: "0" })).toContain(`${cluster}/postgres/data`);
  }, 60_000);
});

describe("worker and migrate", () => {
  it.each(["worker", "migrate"])("%s asks for DATABASE_URL", async (command) => {
    expect(await refusal(command, {})).toMatch(/^DATABASE_URL is not set/);
    expect(await refusal(command, { DATABASE_URL: "mysql://x" })).toMatch(/^DATABASE_URL must look like postgres:/);
  });

  it("migrate names the database that refuses the connection", async () => {
    expect(await refusal("migrate", { DATABASE_URL: NOBODY_THERE })).toMatch(/127\.0\.0\.1:1.*ECONNREFUSED/);
  });
});
