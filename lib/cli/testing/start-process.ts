import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { ROOT } from "../paths.ts";

const END_WITH_PARENT = new URL("../end-with-parent.ts", import.meta.url).href;

export type Started = {
  child: ChildProcess;
  /** What it has said so far. */
  output(): { stdout: string; stderr: string };
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
};

/** A process of ours as its starter runs it, with nothing of this one's environment but the path. */
export function startProcess(script: URL, args: readonly string[], env: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, ["--import", END_WITH_PARENT, fileURLToPath(script), ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const [stdout, stderr] = [child.stdout, child.stderr].map(gather);
  const exit = once(child, "exit");
  return {
    child,
    output: () => ({ stdout: stdout?.said() ?? "", stderr: stderr?.said() ?? "" }),
    ended: Promise.all([exit, stdout?.closed, stderr?.closed]).then(([[code, signal]]) => code ?? signal),
  };
}

function gather(stream: Readable | null) {
  let said = "";
  stream?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  return { said: () => said, closed: stream && once(stream, "close") };
}

/** Process ids, by the last two names in the path of the script or program that they run, of all children of a process. */
export function childrenOf(pid: number | undefined): Map<string, number> {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  const children = rows
    .map((row) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row))
    .filter((match) => Number(match?.[2]) === pid)
    .map((match): [string, number] => [programOf(match?.[3] ?? ""), Number(match?.[1])]);
  return new Map(children);
}

function programOf(commandLine: string): string {
  const words = commandLine.split(" ");
  const script = words.findLast((word) => /\/(main|small-web)\.ts$/.test(word)) ?? words[0] ?? "";
  return script.split("/").slice(-2).join("/");
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** SIGKILL, whether or not it is still there. */
export function kill(pid: number | undefined): void {
  if (pid !== undefined && isAlive(pid)) process.kill(pid, "SIGKILL");
}
