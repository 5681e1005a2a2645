import { getDomain } from "tldts";
import { Semaphore } from "./semaphore.ts";

const PER_TARGET = 2;
const PER_PROCESS = 200;

const process = new Semaphore(PER_PROCESS);
const targets = new Map<string, Semaphore>();

/** Runs the request when both its target (a registrable domain, or an address) and this process have room. */
export async function inSlot<T>(host: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const key = getDomain(host, { allowPrivateDomains: true }) ?? host;
  const target = targets.get(key) ?? new Semaphore(PER_TARGET);
  targets.set(key, target);
  const releaseTarget = await target.acquire(signal);
  try {
    const releaseProcess = await process.acquire(signal);
    try {
      return await work();
    } finally {
      releaseProcess();
    }
  } finally {
    releaseTarget();
    if (target.idle === PER_TARGET) targets.delete(key);
  }
}
