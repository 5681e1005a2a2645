import { type ChildProcess, spawn } from "node:child_process";
import { ROOT } from "./paths.ts";

export type Member = { name: string; child: ChildProcess };

/** A child that runs from source on our own Node; it ends when we are gone, since its IPC channel closes. */
export function launch(name: string, argv: string[], env: NodeJS.ProcessEnv): Member {
  const child = spawn(process.execPath, argv, { cwd: ROOT, env, stdio: ["ignore", "pipe", "inherit", "ipc"] });
  return { name, child };
}

/** Resolves with the code or signal with which the child ended. */
export function ended({ child }: Member): Promise<string> {
  if (child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve(String(child.exitCode ?? child.signalCode));
  return new Promise((resolve) => child.once("exit", (code, signal) => resolve(String(code ?? signal))));
}

/** The first line that the child prints and that is a JSON object. */
export function firstJsonLine<T>(member: Member): Promise<T> {
  return new Promise((resolve, reject) => {
    let text = "";
    member.child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      const line = text.split("\n").find((candidate) => candidate.startsWith("{") && candidate.endsWith("}"));
      if (line) resolve(JSON.parse(line) as T);
    });
    void ended(member).then((how) => reject(new Error(`${member.name} ended (${how}) before it was ready`)));
  });
}

/** SIGTERM, and SIGKILL if that takes longer than `graceMs`. */
export async function stop(member: Member, graceMs = 20_000): Promise<void> {
  const end = ended(member);
  member.child.kill("SIGTERM");
  const timer = setTimeout(() => member.child.kill("SIGKILL"), graceMs);
  await end;
  clearTimeout(timer);
}
