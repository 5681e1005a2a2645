import { readdirSync, readFileSync } from "node:fs";

/** The most memory that each process below ours whose command has `word` in it ever held, added up. Linux tells; others are 0. */
export function peakMegabytes(word: string): number {
  const parents = new Map<number, number>();
  const peaks = new Map<number, number>();
  for (const entry of entries()) {
    const status = read(`/proc/${entry}/status`);
    parents.set(Number(entry), Number(/PPid:\s+(\d+)/.exec(status)?.[1]));
    if (read(`/proc/${entry}/cmdline`).includes(word)) {
      peaks.set(Number(entry), Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    }
  }
  const isOurs = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent === process.pid || (parent !== undefined && parent > 1 && isOurs(parent));
  };
  const kilobytes = [...peaks].filter(([pid]) => isOurs(pid)).reduce((sum, [, peak]) => sum + peak, 0);
  return Math.round(kilobytes / 1_024);
}

function entries(): string[] {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** A process may end while it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
