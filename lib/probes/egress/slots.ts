import { getDomain } from "tldts";
import { Semaphore } from "./semaphore.ts";

const PER_TARGET = 2;
export const PER_PROCESS = 200;

const process = new Semaphore(PER_PROCESS);
const targets = new Map<string, Semaphore>();

/** Runs the work when this process has room; for connections that count against no target. */
export async function inProcessSlot<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const release = await process.acquire(signal);
  try {
    return await work();
  } finally {
    release();
  }
}

/** Runs the request when both its target (a registrable domain, or an address) and this process have room. */
export async function inSlot<T>(host: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  // A target that is noted down but never entered would stay noted for good.
  signal.throwIfAborted();
  const key = getDomain(host, { allowPrivateDomains: true }) ?? host;
  const target = targets.get(key) ?? new Semaphore(PER_TARGET);
  targets.set(key, target);
  const releaseTarget = await target.acquire(signal);
  try {
    return await inProcessSlot(signal, work);
  } finally {
    releaseTarget();
    if (target.idle === PER_TARGET) targets.delete(key);
  }
}
