import { counted } from "./words.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A day, so that a date without a time counts wherever the person who gave it lives. */
const AHEAD_MAX_MS = DAY_MS;

/** Whether something of that moment still counts. What lies in the future or is no date does not. */
export function isFresh(at: string, days: number, now: Date): boolean {
  const ageMs = now.getTime() - Date.parse(at);
  return ageMs >= -AHEAD_MAX_MS && ageMs <= days * DAY_MS;
}

/** Whether that end is still to come; no end never is, since what has no end was never bounded. */
export function isBefore(now: Date, end: string | null): boolean {
  return end !== null && now.getTime() < Date.parse(end);
}

/** "just now", "12 minutes ago", "three days ago". */
export function ago(at: string, now: Date): string {
  const ageMs = now.getTime() - Date.parse(at);
  if (ageMs < MINUTE_MS) return "just now";
  if (ageMs < HOUR_MS) return `${counted(Math.floor(ageMs / MINUTE_MS), "minute")} ago`;
  if (ageMs < DAY_MS) return `${counted(Math.floor(ageMs / HOUR_MS), "hour")} ago`;
  return `${counted(Math.floor(ageMs / DAY_MS), "day")} ago`;
}

const DAY_FORMAT = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** "3 March 2026", in UTC, so that the same moment reads the same everywhere. */
export function dayOf(at: string): string {
  return DAY_FORMAT.format(new Date(at));
}
