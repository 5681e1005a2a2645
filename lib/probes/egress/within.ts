import type { ProbeFailure } from "./probe-failure.ts";

/** The work, or `failure()` after `ms`, or the signal's reason, whichever is first. The loser is not waited for. */
export async function within<T>(
  work: Promise<T>,
  { ms, signal, failure }: { ms: number; signal: AbortSignal; failure: () => ProbeFailure },
): Promise<T> {
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  if (signal.aborted) onAbort();
  signal.addEventListener("abort", onAbort, { once: true });
  const timer = setTimeout(() => reject(failure()), ms);
  try {
    return await Promise.race([work, stopped]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
  }
}
