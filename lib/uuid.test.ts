import { expect, it, vi } from "vitest";
import { uuidv7 } from "./uuid.ts";

it("makes ids of version 7 that carry the time", () => {
  const before = Date.now();
  const id = uuidv7();
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const at = Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
  expect(at).toBeGreaterThanOrEqual(before);
});

it("sorts in the order of making, even within a millisecond and when the clock is set back", () => {
  vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ["Date"] });
  try {
    const ids = Array.from({ length: 10_000 }, uuidv7);
    vi.setSystemTime(Date.now() - 30_000);
    ids.push(uuidv7());
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  } finally {
    vi.useRealTimers();
  }
});
