const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "now", "12 min", "2 h", "3 d": how far a moment is from now, in either direction. */
export function distance(iso: string, now: number): string {
  const seconds = Math.abs(now - Date.parse(iso)) / 1000;
  if (seconds < 45) return "now";
  if (seconds < HOUR) return `${Math.max(1, Math.round(seconds / MINUTE))} min`;
  if (seconds < DAY) return `${Math.floor(seconds / HOUR)} h`;
  return `${Math.floor(seconds / DAY)} d`;
}

/** "just now", "12 min ago", "in 3 d". */
export function relative(iso: string, now: number): string {
  const text = distance(iso, now);
  if (text === "now") return "just now";
  return Date.parse(iso) > now ? `in ${text}` : `${text} ago`;
}

/** "1.2 s", "3 min 20 s". */
export function duration(fromIso: string, toIso: string): string {
  const seconds = Math.max(0, Date.parse(toIso) - Date.parse(fromIso)) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < MINUTE) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / MINUTE)} min ${Math.round(seconds % MINUTE)} s`;
}
