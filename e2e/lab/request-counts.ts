const KEYS_MAX = 1_000;

/** How often each method and path was asked for; paths beyond the first thousand are not kept. */
export function createRequestCounts() {
  const counts = new Map<string, number>();
  return {
    add(key: string) {
      if (counts.has(key) || counts.size < KEYS_MAX) counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    list: (): Record<string, number> => Object.fromEntries(counts),
    clear: () => counts.clear(),
  };
}
export type RequestCounts = ReturnType<typeof createRequestCounts>;
