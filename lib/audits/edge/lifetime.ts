const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
/** CA/Browser Forum SC-081v3 calls certificates of at most ten days short-lived. */
const SHORT_LIVED_MS = 10 * DAY_MS;

type Dates = { validFrom: string; validTo: string };
export type Lifetime = { from: number; to: number; now: number; left: number; whole: number };

export function lifetimeOf({ validFrom, validTo }: Dates, observedAt: string): Lifetime {
  const [from, to, now] = [Date.parse(validFrom), Date.parse(validTo), Date.parse(observedAt)];
  return { from, to, now, left: to - now, whole: to - from };
}

/** What ACME clients ask for; anything longer was bought and put in by hand, or is managed. */
export const ACME_LIFE_MS = 100 * DAY_MS;
/** A long one is renewed by its manager 45 of 198 or 60 of 395 days before the end (AWS Certificate Manager). */
const LONG_PARTS = { due: 7, imminent: 12 } as const;
const ACME_PARTS = { due: 3, imminent: 6 } as const;

const partsOf = (whole: number) => (whole > ACME_LIFE_MS ? LONG_PARTS : ACME_PARTS);

/** How a renewal stands by what is left of a lifetime: it is due once less than a third is, or a seventh of a long one. */
export function standingOf({ left, whole }: Lifetime): "over" | "imminent" | "soon" | "ok" {
  if (left <= 0) return "over";
  if (left < imminentMs(whole)) return "imminent";
  return left < whole / partsOf(whole).due ? "soon" : "ok";
}

/** The share that a renewal is due at, in words. */
export function dueShare({ whole }: Lifetime): string {
  return partsOf(whole) === LONG_PARTS ? "seventh" : "third";
}

/** Below this, renewal has plainly failed. Very short-lived certificates keep two thirds of their life in the clear. */
function imminentMs(whole: number): number {
  if (whole <= SHORT_LIVED_MS) return Math.min(48 * HOUR_MS, whole / 3);
  return Math.max(whole / partsOf(whole).imminent, 7 * DAY_MS);
}

/** From when on a public authority may give at most so many days (CA/Browser Forum: SC-031, SC-081v3). */
const DAYS_MAX: readonly (readonly [since: string, days: number])[] = [
  ["2029-03-15", 47],
  ["2027-03-15", 100],
  ["2026-03-15", 200],
  ["2020-09-01", 398],
];
/** Apple's limit for authorities that an operator added. */
const ADDED_DAYS_MAX = 825;

/** How many days a certificate of this age may live before browsers refuse it; `null`: there is no limit that we know. */
export function daysMax({ from }: Lifetime, store: "public" | "added" | undefined): number | null {
  if (store === undefined) return null;
  if (store === "added") return ADDED_DAYS_MAX;
  return DAYS_MAX.find(([since]) => from >= Date.parse(since))?.[1] ?? null;
}

/** A moment as a sentence says it; the evidence keeps the seconds. */
export function sayMoment(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

export function inWords(ms: number): string {
  const hours = Math.floor(Math.max(ms, 0) / HOUR_MS);
  if (hours < 72) return hours === 1 ? "1 hour" : `${hours} hours`;
  return `${Math.floor(hours / 24)} days`;
}
