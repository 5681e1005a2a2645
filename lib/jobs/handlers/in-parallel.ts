/**
 * Does the work on each item, so many at once, and answers in the items' order. The first one that throws keeps the
 * others from beginning and aborts those under way; it is thrown once they have ended.
 */
export async function inParallel<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  const done: R[] = [];
  const failed = new AbortController();
  const waiting = items.entries();
  let error: unknown;

  async function lane(): Promise<void> {
    for (const [index, item] of waiting) {
      if (failed.signal.aborted) return;
      try {
        done[index] = await work(item, failed.signal);
      } catch (thrown) {
        if (!failed.signal.aborted) error = thrown;
        failed.abort();
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane));
  if (failed.signal.aborted) throw error;
  return done;
}
