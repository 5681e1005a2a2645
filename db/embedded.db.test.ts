import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, describe, expect, it } from "vitest";
import { type Embedded, startEmbedded } from "./embedded.ts";

const EMBEDDED = new URL("./embedded.ts", import.meta.url).href;
const SETTINGS = { fsync: "off" };
const isRoot = process.getuid?.() === 0;

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function freshDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "launch-ready-embedded-"));
  await chmod(directory, 0o755);
  cleanups.push(() => rm(directory, { recursive: true, force: true }));
  return join(directory, "postgres");
}

async function start(directory: string, port?: number): Promise<Embedded> {
  const server = await startEmbedded({ directory, port, settings: SETTINGS });
  cleanups.push(server.stop);
  return server;
}

async function query(url: string, text: string): Promise<Record<string, unknown> | undefined> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return (await sql.unsafe(text))[0];
  } finally {
    await sql.end();
  }
}

describe("startEmbedded", () => {
  it("keeps data and password from start to start, and listens on loopback only", async () => {
    const directory = await freshDirectory();
    const first = await start(directory);
    await query(first.url, "create table kept as select 42 as answer");
    await first.stop();
    await first.stop();
    await expect(query(first.url, "select 1")).rejects.toThrow();

    const second = await start(directory);
    expect(await query(second.url, "select answer from kept")).toEqual({ answer: 42 });
    expect(new URL(second.url).password).toBe(new URL(first.url).password);
    expect(await query(second.url, "show listen_addresses")).toEqual({ listen_addresses: "127.0.0.1" });
    expect(await query(second.url, "show unix_socket_directories")).toEqual({ unix_socket_directories: "" });
    expect(await query(second.url, "show server_encoding")).toEqual({ server_encoding: "UTF8" });
    expect((await stat(join(directory, "password"))).mode & 0o777).toBe(0o600);
  });

  it("lets nobody in without the password", async () => {
    const { url } = await start(await freshDirectory());
    const guess = new URL(url);
    guess.password = "postgres";
    await expect(query(guess.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
  });

  it("says who uses the directory when somebody does", async () => {
    const directory = await freshDirectory();
    const { url } = await start(directory);
    await expect(startEmbedded({ directory })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(`in use by process ${process.pid}`),
    });
    expect(await query(url, "select 1 as one"), "the one that runs goes on").toEqual({ one: 1 });
  });

  it("takes over from a process that was killed, with its data", async () => {
    const directory = await freshDirectory();
    const script = `const { startEmbedded } = await import(${JSON.stringify(EMBEDDED)});
      const { url } = await startEmbedded({ directory: ${JSON.stringify(directory)} });
      console.log(url);
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [chunk] = await once(child.stdout, "data");
    await query(String(chunk).trim(), "create table kept as select 7 as answer");
    child.kill("SIGKILL");
    await once(child, "exit");

    const { url } = await start(directory);
    expect(await query(url, "select answer from kept")).toEqual({ answer: 7 });
  });

  it("does not mind a postmaster.pid that a crash left behind, even when another process has its number now", async () => {
    const directory = await freshDirectory();
    await (await start(directory)).stop();
    const lines = [process.pid, join(directory, "data"), "1", "5432", "", "127.0.0.1", ""];
    await writeFile(join(directory, "data", "postmaster.pid"), lines.join("\n"));
    const { url } = await start(directory);
    expect(await query(url, "select 1 as one")).toEqual({ one: 1 });
  });

  it("starts anew after a first start that was cut off", async () => {
    const directory = await freshDirectory();
    await mkdir(join(directory, "data.new"), { recursive: true });
    await writeFile(join(directory, "data.new", "PG_VERSION"), "18\n");
    const { url } = await start(directory);
    expect(await query(url, "select 1 as one")).toEqual({ one: 1 });
  });

  it("takes the port it is told, and says so when that is taken", async () => {
    const blocker = createServer().listen(0, "127.0.0.1");
    await once(blocker, "listening");
    cleanups.push(() => new Promise((resolve) => blocker.close(resolve)));
    const address = blocker.address();
    const taken = typeof address === "object" && address ? address.port : 0;
    const directory = await freshDirectory();
    await expect(start(directory, taken)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(`Port ${taken}`),
    });
    const { url } = await start(directory);
    expect(new URL(url).port).not.toBe(String(taken));
  });

  it("says in a sentence what is wrong with a directory, and changes nothing in it", async () => {
    const directory = await freshDirectory();
    await mkdir(join(directory, "data"), { recursive: true });
    await writeFile(join(directory, "data", "precious"), "");
    await expect(start(directory)).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("it holds no PostgreSQL cluster"),
    });
    await writeFile(join(directory, "password"), "x");
    await writeFile(join(directory, "data", "PG_VERSION"), "15\n");
    await expect(start(directory)).rejects.toMatchObject({ message: expect.stringContaining("made by PostgreSQL 15") });
    await writeFile(join(directory, "data", "PG_VERSION"), "18\n");
    await expect(start(directory)).rejects.toMatchObject({ message: expect.stringContaining("did not start") });
    expect(await readFile(join(directory, "data", "precious"), "utf8")).toBe("");

    const file = await freshDirectory();
    await writeFile(file, "");
    await expect(start(file)).rejects.toMatchObject({ code: "unavailable", message: expect.stringContaining(file) });
  });

  it("asks for the password file when it is lost", async () => {
    const directory = await freshDirectory();
    await (await start(directory)).stop();
    await rm(join(directory, "password"));
    await expect(start(directory)).rejects.toMatchObject({ message: expect.stringContaining("password file") });
  });

  it.runIf(isRoot)("works below a directory that only root can enter", async () => {
    const closed = join(await freshDirectory(), "closed");
    await mkdir(closed, { recursive: true, mode: 0o700 });
    const directory = join(closed, "postgres");
    const first = await start(directory);
    const movedTo = await readFile(join(directory, "moved-to"), "utf8");
    cleanups.unshift(() => rm(movedTo, { recursive: true, force: true }));
    await query(first.url, "create table kept as select 3 as answer");
    await first.stop();
    const second = await start(directory);
    expect(await query(second.url, "select answer from kept")).toEqual({ answer: 3 });
  });
});
