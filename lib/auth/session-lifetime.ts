const HOUR_MS = 60 * 60 * 1000;

/** A session ends 12 hours after it was last used, and 7 days after sign-in whatever happens. */
const IDLE_MS = 12 * HOUR_MS;
const ABSOLUTE_MS = 7 * 24 * HOUR_MS;
/** How much later the end must be before it is worth a write. */
export const RENEWAL_MS = HOUR_MS / 4;

export const SESSION_SECONDS_MAX = ABSOLUTE_MS / 1000;

export function sessionEnd(startedAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + IDLE_MS, startedAt.getTime() + ABSOLUTE_MS));
}
