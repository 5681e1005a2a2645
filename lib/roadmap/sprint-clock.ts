/** Moments are ISO 8601; an open pause has no end yet. */
export type SprintClock = {
  startedAt: string;
  hours: number;
  pauses: readonly { from: string; to: string | null }[];
  finishedAt: string | null;
};

const HOUR_MS = 3_600_000;

/** Working time since the start. Time within a pause never counts, and neither does what comes after the finish. */
export function elapsedMs(clock: SprintClock, now: Date): number {
  const start = Date.parse(clock.startedAt);
  const end = Math.max(start, clock.finishedAt === null ? now.getTime() : Date.parse(clock.finishedAt));
  return end - start - pausedMs(clock, start, end);
}

/** What is left of the hours; negative once they are over. */
export function remainingMs(clock: SprintClock, now: Date): number {
  return clock.hours * HOUR_MS - elapsedMs(clock, now);
}

export function isPaused({ pauses, finishedAt }: SprintClock): boolean {
  return finishedAt === null && pauses.some(({ to }) => to === null);
}

/** Pauses that overlap count once. */
function pausedMs({ pauses }: SprintClock, start: number, end: number): number {
  const spans = pauses
    .map(
      ({ from, to }) => [Math.max(start, Date.parse(from)), Math.min(end, to === null ? end : Date.parse(to))] as const,
    )
    .filter(([from, to]) => to > from)
    .toSorted(([a], [b]) => a - b);
  let sum = 0;
  let reached = start;
  for (const [from, to] of spans) {
    sum += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return sum;
}
