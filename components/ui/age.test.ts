import { describe, expect, it } from "vitest";
import { distance, duration, relative } from "./age.ts";

const now = Date.parse("2026-11-23T15:00:00Z");

describe("ages", () => {
  it.each([
    ["2026-11-23T14:59:40Z", "now", "just now"],
    ["2026-11-23T14:48:00Z", "12 min", "12 min ago"],
    ["2026-11-23T13:00:01Z", "1 h", "1 h ago"],
    ["2026-11-20T15:00:00Z", "3 d", "3 d ago"],
    ["2026-11-25T15:00:00Z", "2 d", "in 2 d"],
  ])("tells %s as %s", (iso, short, long) => {
    expect(distance(iso, now)).toBe(short);
    expect(relative(iso, now)).toBe(long);
  });

  it("gives a duration in its fitting unit", () => {
    const from = "2026-11-23T15:00:00.000Z";
    expect(duration(from, "2026-11-23T15:00:01.240Z")).toBe("1.2 s");
    expect(duration(from, "2026-11-23T15:00:42Z")).toBe("42 s");
    expect(duration(from, "2026-11-23T15:03:20Z")).toBe("3 min 20 s");
  });
});
