/**
 * The one form in which observations and results are stored and judged: keys sorted, since jsonb keeps its own order,
 * and without the code units that Postgres refuses (NUL, lone surrogates). Judging it again gives the same bytes.
 */
export function canonical<T>(value: T): T {
  return sorted(value) as T;
}

export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed().replaceAll("\0", "\uFFFD");
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [sorted(key), sorted(one)]));
}
