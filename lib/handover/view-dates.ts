import { day } from "./view-words.ts";

export function untilOf(expiresAt: string | null, now: string): string {
  if (expiresAt === null) return "No end";
  return Date.parse(expiresAt) <= Date.parse(now) ? `Expired ${day(expiresAt)}` : `Until ${day(expiresAt)}`;
}

/** For the date in the document's own properties, in UTC. */
export function momentOf(at: string) {
  const date = new Date(at);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}
