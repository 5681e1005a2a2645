import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { ROOT } from "../paths.ts";

export type Ran = { code: number | null; stdout: string; stderr: string };

/** `launch-ready audit …`, or another of its kind, as a process of its own, with nothing of this one's environment but the path. */
export async function runAudit(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  command = "audit",
): Promise<Ran> {
  const child = spawn(process.execPath, [`${ROOT}lib/cli/main.ts`, command, ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [code, stdout, stderr] = await Promise.all([
    new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve)),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, stdout, stderr };
}
