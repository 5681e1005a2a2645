import { expect, it } from "vitest";
import { nextSlot } from "./next-slot.ts";

const at = (text: string) => new Date(text);

it.each([
  ["now", "day", "2026-10-01T08:00:00Z", "2026-10-01T08:00:00Z", "2026-10-02T08:00:00.000Z"],
  ["a minute late", "6h", "2026-10-01T08:00:00Z", "2026-10-01T08:01:00Z", "2026-10-01T14:00:00.000Z"],
  ["a week late", "day", "2026-10-01T08:00:00Z", "2026-10-08T09:00:00Z", "2026-10-09T08:00:00.000Z"],
  ["exactly a slot late", "week", "2026-10-01T08:00:00Z", "2026-10-08T08:00:00Z", "2026-10-15T08:00:00.000Z"],
  ["not yet due", "day", "2026-10-01T08:00:00Z", "2026-09-30T08:00:00Z", "2026-10-01T08:00:00.000Z"],
] as const)("keeps to the hour of its slots: %s", (_, every, slot, now, next) => {
  expect(nextSlot(at(slot), every, at(now)).toISOString()).toBe(next);
});
