import { readdirSync, readFileSync } from "node:fs";

/**
 * Holds the product's worker, so that what stands between "queued" and "finished" can be looked at for as long as it
 * takes; answers what lets it go on. Without /proc nothing is held.
 */
export function pauseWorker(): () => void {
  const pid = workerPid();
  if (pid === undefined) return () => {};
  process.kill(pid, "SIGSTOP");
  return () => process.kill(pid, "SIGCONT");
}

export function workerPid(): number | undefined {
  const directory = `DATA_DIR=${process.env.PRODUCT_DATA_DIR}`;
  return processIds().find(
    (pid) => read(pid, "cmdline").includes("lib/jobs/main.ts") && read(pid, "environ").includes(directory),
  );
}

function processIds(): number[] {
  try {
    return readdirSync("/proc").map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** Empty for a process that is gone or not ours. */
export function read(pid: number, file: "cmdline" | "environ"): string[] {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8").split("\0");
  } catch {
    return [];
  }
}
