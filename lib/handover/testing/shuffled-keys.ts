/** The same value with the keys of every object the other way round, as a database may give them back. */
export function shuffledKeys<T>(value: T): T {
  return reversed(value) as T;
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
