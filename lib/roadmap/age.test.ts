import { describe, expect, it } from "vitest";
import { ago, dayOf, isBefore, isFresh } from "./age.ts";
import { daysAgo, NOW } from "./testing/samples.ts";

describe("isFresh", () => {
  it.each([
    ["of now", daysAgo(0), true],
    ["on the last day", daysAgo(7), true],
    ["a moment later", daysAgo(7.001), false],
    ["dated a few hours ahead", daysAgo(-0.5), true],
    ["dated far ahead", daysAgo(-2), false],
    ["without a date", "soon", false],
  ])("judges evidence %s", (_, at, expected) => {
    expect(isFresh(at, 7, NOW)).toBe(expected);
  });
});

describe("isBefore", () => {
  it("ends at the very moment, and at once without an end", () => {
    expect(isBefore(NOW, daysAgo(-1))).toBe(true);
    expect(isBefore(NOW, NOW.toISOString())).toBe(false);
    expect(isBefore(NOW, null)).toBe(false);
  });
});

describe("ago", () => {
  it.each([
    [0, "just now"],
    [1 / 24 / 60, "one minute ago"],
    [20 / 24 / 60, "20 minutes ago"],
    [2 / 24, "two hours ago"],
    [3, "three days ago"],
    [41, "41 days ago"],
  ])("says %d days as %j", (days, expected) => {
    expect(ago(daysAgo(days), NOW)).toBe(expected);
  });
});

it("names the day in UTC", () => {
  expect(dayOf("2026-03-10T23:59:59.000Z")).toBe("10 March 2026");
});
