const DAY_MS = 24 * 60 * 60 * 1000;

/** "2026-12-07" for 14 days after 23 November, in UTC. */
export function dayAfter(now: string, days: number): string {
  return new Date(Date.parse(now) + days * DAY_MS).toISOString().slice(0, 10);
}
