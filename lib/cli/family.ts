import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "#lib/errors.ts";
import { ROOT } from "./paths.ts";

const END_WITH_PARENT = new URL("./end-with-parent.ts", import.meta.url).href;

export type Command = {
  argv: string[];
  env: NodeJS.ProcessEnv;
  /** Where its standard output goes: to us to read from, or to our own. */
  stdout?: "pipe" | "inherit" | "ignore" | undefined;
  /** How it is asked to stop, and how long it may take before it is killed. */
  stopSignal?: NodeJS.Signals | undefined;
  graceMs?: number | undefined;
};

/** A process of ours. `child` is the present one: it changes when the member is started again. */
export type Member = Command & { name: string; child: ChildProcess };

/** Starts a member on our own Node; it ends when we are gone. */
export function launch(name: string, command: Command): Member {
  return { name, ...command, child: spawnChild(command) };
}

function spawnChild({ argv, env, stdout = "ignore" }: Command): ChildProcess {
  return spawn(process.execPath, ["--import", END_WITH_PARENT, ...argv], {
    cwd: ROOT,
    env,
    stdio: ["ignore", stdout, "inherit", "ipc"],
  });
}

/** Resolves with the code or signal with which the member's present process ended. */
export function ended({ child }: Member): Promise<string> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(String(child.exitCode ?? child.signalCode));
    if (child.pid === undefined) resolve("it could not be started");
    child.once("exit", (code, signal) => resolve(String(code ?? signal)));
    child.once("error", (error) => resolve(error.message));
  });
}

type Patience = { restartsMax?: number; windowMs?: number; pauseMs?: number };

/**
 * Starts a member again each time that it ends by itself, after a pause that grows.
 * Resolves with how it ended when that was asked for, or happened too often in too short a time.
 */
export async function keepUp(
  member: Member,
  stopping: AbortSignal,
  { restartsMax = 5, windowMs = 60_000, pauseMs = 200 }: Patience = {},
): Promise<string> {
  let restarts: number[] = [];
  for (;;) {
    const how = await ended(member);
    restarts = restarts.filter((at) => at > Date.now() - windowMs);
    if (stopping.aborted || restarts.length >= restartsMax) return how;
    process.stderr.write(`The ${member.name} process ended (${how}); it is started again.\n`);
    await wait(pauseMs * 2 ** restarts.length, undefined, { signal: stopping }).catch(() => {});
    if (stopping.aborted) return how;
    restarts.push(Date.now());
    member.child = spawnChild(member);
    member.child.stdout?.resume();
  }
}

/** The first line that the member prints and that is a JSON object. */
export function firstJsonLine<T>(member: Member): Promise<T> {
  return new Promise((resolve, reject) => {
    let text = "";
    member.child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      const line = text.split("\n").find((candidate) => candidate.startsWith("{") && candidate.endsWith("}"));
      if (line) resolve(JSON.parse(line) as T);
    });
    void ended(member).then((how) =>
      reject(new AppError("unavailable", `The ${member.name} process ended (${how}) before it was ready.`)),
    );
  });
}

/** Asks it to stop, and kills it when that takes longer than its grace. */
export async function stop(member: Member): Promise<void> {
  const { child, stopSignal = "SIGTERM", graceMs = 5_000 } = member;
  const end = ended(member);
  child.kill(stopSignal);
  const timer = setTimeout(() => child.kill("SIGKILL"), graceMs);
  await end;
  clearTimeout(timer);
}
