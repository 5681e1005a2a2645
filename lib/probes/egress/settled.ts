/** `endsAt`: on the clock of `performance.now()`. */
type Bounds = { signal: AbortSignal; endsAt: number; failure: () => Error };
type Turn<T> = { resolve(value: T): void; reject(error: unknown): void; onEnd(clean: () => void): void };

/** Runs until the first resolve or reject, the deadline or the signal, and cleans up once. */
export function settled<T>({ signal, endsAt, failure }: Bounds, run: (turn: Turn<T>) => void): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  let clean = () => {};
  let isOver = false;
  const end = (act: () => void) => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
    clean();
    act();
  };
  const onAbort = () => end(() => reject(signal.reason));
  const timer = setTimeout(() => end(() => reject(failure())), Math.max(0, endsAt - performance.now()));
  signal.addEventListener("abort", onAbort, { once: true });
  if (signal.aborted) onAbort();
  else
    run({
      resolve: (value) => end(() => resolve(value)),
      reject: (error) => end(() => reject(error)),
      onEnd(work) {
        clean = work;
      },
    });
  return promise;
}
