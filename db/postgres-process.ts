import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import type { OsUser } from "./postgres-home.ts";

const READY = "database system is ready to accept connections";
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 10_000;
const LOG_LINES_MAX = 40;

type Start = { postgres: string; data: string; user: OsUser | undefined; settings: Record<string, string> };
type Started = { isReady: true; stop(): Promise<void> } | { isReady: false; log: string };

/** Starts the server in a process group of its own, so that a Ctrl-C reaches us first and we stop it last. */
export async function startPostgres({ postgres, data, user, settings }: Start): Promise<Started> {
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(postgres, ["-D", data, ...flags], {
    ...user,
    cwd: "/",
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
  });
  const log: string[] = [];
  const isReady = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), START_TIMEOUT_MS);
    const settle = (answer: boolean) => {
      clearTimeout(timer);
      resolve(answer);
    };
    child.once("error", (error) => {
      log.push(error.message);
      settle(false);
    });
    child.once("close", () => settle(false));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      log.push(...chunk.split("\n").filter(Boolean));
      log.splice(0, log.length - LOG_LINES_MAX);
      if (chunk.includes(READY)) settle(true);
    });
  });
  if (!isReady) {
    await stopChild(child);
    return { isReady: false, log: log.join("\n") };
  }
  const killOnExit = () => child.kill("SIGINT");
  process.once("exit", killOnExit);
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= stopChild(child).finally(() => process.off("exit", killOnExit));
    return stopping;
  };
  return { isReady: true, stop };
}

/** SIGINT is PostgreSQL's "fast" shutdown: sessions are ended, nothing is lost. */
async function stopChild(child: ChildProcess): Promise<void> {
  const isGone = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  if (isGone()) return;
  const gone = once(child, "exit");
  child.kill("SIGINT");
  const timer = setTimeout(() => child.kill("SIGQUIT"), STOP_TIMEOUT_MS);
  await gone;
  clearTimeout(timer);
}

/** The process in `postmaster.pid` when it lives and is a PostgreSQL on this very directory. */
export async function runningPostmaster(data: string): Promise<number | undefined> {
  const file = await readFile(`${data}/postmaster.pid`, "utf8").catch(() => "");
  const pid = Number.parseInt(file, 10);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return undefined;
  return (await commandLine(pid)).includes(data) ? pid : undefined;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Ends a server that lost the process which started it. */
export async function stopOrphan(pid: number): Promise<void> {
  process.kill(pid, "SIGINT");
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (isAlive(pid) && Date.now() < deadline) await sleep(50);
}

async function commandLine(pid: number): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    const ps = await promisify(execFile)("ps", ["-p", String(pid), "-o", "command="]).catch(() => ({ stdout: "" }));
    return ps.stdout;
  }
}
