import type { auditSchedules } from "#db/schema/index.ts";

export type Every = (typeof auditSchedules.$inferSelect)["every"];

const HOUR_MS = 3_600_000;
const INTERVAL_MS = { "6h": 6 * HOUR_MS, day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS } as const satisfies Record<
  Every,
  number
>;

/** The first slot after `now`, counted from a slot: slots that were missed are left out, and the hour stays. */
export function nextSlot(slot: Date, every: Every, now: Date): Date {
  const interval = INTERVAL_MS[every];
  const passed = Math.max(0, Math.floor((now.getTime() - slot.getTime()) / interval) + 1);
  return new Date(slot.getTime() + passed * interval);
}
