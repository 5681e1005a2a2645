import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHECK_IDS, type CheckId, DELIVERABLE_IDS } from "./ids.ts";
import { type SprintState, sprintProgress } from "./sprint.ts";
import { elapsedMs, isPaused, remainingMs, type SprintClock } from "./sprint-clock.ts";
import { SPRINT_HOURS, sprintPlan } from "./sprint-plan.ts";
import { CHECK_STATUSES, type CheckStatus } from "./status.ts";

const START = Date.parse("2026-10-01T12:00:00.000Z");
const HOUR_MS = 3_600_000;
const at = (hours: number) => new Date(START + hours * HOUR_MS);
const iso = (hours: number) => at(hours).toISOString();

const clockOf = (values: Partial<SprintClock> = {}): SprintClock => ({
  startedAt: iso(0),
  hours: 48,
  pauses: [],
  finishedAt: null,
  ...values,
});

function board(named: Partial<Record<CheckId, CheckStatus>> = {}, values: Partial<SprintState> = {}): SprintState {
  const checks = CHECK_IDS.map((id) => ({ id, status: named[id] ?? ("unknown" as const) }));
  return { checks, blockers: [], gateHeld: 0, score: 0, ...values };
}

describe("sprintPlan", () => {
  it("fills the 48 hours without a gap, and delivers every check and deliverable once", () => {
    const plan = sprintPlan();
    expect(plan[0]?.from).toBe(0);
    expect(plan.at(-1)?.to).toBe(SPRINT_HOURS);
    for (const [index, window] of plan.entries()) expect(window.from).toBe(plan[index - 1]?.to ?? 0);
    expect(plan.flatMap(({ checks }) => checks)).toEqual([...CHECK_IDS]);
    expect(plan.flatMap(({ deliverables }) => deliverables).toSorted()).toEqual([...DELIVERABLE_IDS].toSorted());
  });

  it("stretches with the hours", () => {
    expect(sprintPlan(96).map(({ to }) => to)).toEqual([12, 32, 44, 60, 74, 84, 96]);
  });
});

describe("the clock", () => {
  it("counts no pause, open or closed, and nothing after the finish", () => {
    const clock = clockOf({ pauses: [{ from: iso(2), to: iso(5) }] });
    expect(elapsedMs(clock, at(10))).toBe(7 * HOUR_MS);
    expect(remainingMs(clock, at(10))).toBe(41 * HOUR_MS);
    const open = clockOf({ pauses: [{ from: iso(2), to: null }] });
    expect([isPaused(clock), isPaused(open)]).toEqual([false, true]);
    expect(elapsedMs(open, at(40))).toBe(2 * HOUR_MS);
    expect(elapsedMs(clockOf({ finishedAt: iso(3) }), at(40))).toBe(3 * HOUR_MS);
    expect(remainingMs(clockOf(), at(50))).toBe(-2 * HOUR_MS);
  });

  it("never counts a minute of a pause, however pauses lie, and never runs backwards", () => {
    const pause = fc.tuple(fc.nat(3000), fc.nat(600)).map(([from, length]) => ({ from, to: from + length }));
    fc.assert(
      fc.property(fc.array(pause, { maxLength: 6 }), fc.nat(3600), (minutes, end) => {
        const minute = (number: number) => new Date(START + number * 60_000).toISOString();
        const pauses = minutes.map(({ from, to }) => ({ from: minute(from), to: minute(to) }));
        const clock = clockOf({ pauses });
        const isWorked = (number: number) => !minutes.some(({ from, to }) => number >= from && number < to);
        const worked = Array.from({ length: end }, (_, number) => number).filter(isWorked).length;
        expect(elapsedMs(clock, new Date(START + end * 60_000))).toBe(worked * 60_000);
        expect(elapsedMs(clock, new Date(START + (end + 1) * 60_000))).toBeGreaterThanOrEqual(worked * 60_000);
      }),
      { numRuns: 40 },
    );
  });
});

describe("sprintProgress", () => {
  it("tells what was delivered, what slipped, what is next and what went back", () => {
    const before = board({ "https-everywhere": "verified", "edge-caching": "not_applicable" }, { blockers: [1, 2] });
    const after = board(
      {
        "endpoint-inventory": "attested",
        "role-boundaries": "verified",
        "login-flow": "not_applicable",
        "https-everywhere": "failing",
        "dns-target": "warning",
      },
      { blockers: [2, 3], gateHeld: 4, score: 40 },
    );
    const progress = sprintProgress(clockOf(), before, after, at(10));
    expect(progress.delivered).toEqual(["endpoint-inventory", "role-boundaries"]);
    expect(progress.setAside).toEqual(["login-flow"]);
    expect(progress.regressed).toEqual(["https-everywhere"]);
    expect(progress.slipped).toEqual(["route-classification", "secret-locations", "sensitive-prompts", "dns-status"]);
    expect(progress.open).toContain("dns-target");
    expect(progress.open).not.toContain("edge-caching");
    expect(progress.blockers).toEqual({ gone: [1], open: [2], added: [3] });
    expect(progress.stages.map(({ state }) => state)).toEqual([
      "late",
      "now",
      "later",
      "later",
      "later",
      "later",
      "later",
    ]);
    expect(progress).toMatchObject({ gate: { before: 0, now: 4 }, score: { before: 0, now: 40 } });
  });

  it("calls a stage done as soon as nothing of it is open", () => {
    const done = board(Object.fromEntries(CHECK_IDS.map((id) => [id, "verified"])));
    const progress = sprintProgress(clockOf(), board(), done, at(1));
    expect(progress.stages.every(({ state }) => state === "done")).toBe(true);
    expect(progress.open).toEqual([]);
  });

  it("loses nothing: what is delivered and what is open are the scope, and what slipped is open", () => {
    const state = fc
      .array(fc.constantFrom(...CHECK_STATUSES), { minLength: CHECK_IDS.length, maxLength: CHECK_IDS.length })
      .map((given) => ({
        ...board(),
        checks: CHECK_IDS.map((id, index) => ({ id, status: given[index] ?? "unknown" })),
      }));
    const done = ["verified", "attested", "overridden"];
    fc.assert(
      fc.property(state, state, fc.nat(60), (before, after, hours) => {
        const progress = sprintProgress(clockOf(), before, after, at(hours));
        const scope = CHECK_IDS.filter((_, index) => {
          const status = before.checks[index]?.status ?? "unknown";
          return !done.includes(status) && status !== "not_applicable";
        }).filter((id) => !progress.setAside.includes(id));
        expect([...progress.delivered, ...progress.open].toSorted()).toEqual(scope.toSorted());
        expect(progress.delivered.filter((id) => progress.open.includes(id))).toEqual([]);
        expect(progress.slipped.every((id) => progress.open.includes(id))).toBe(true);
        expect(progress.regressed.some((id) => scope.includes(id))).toBe(false);
      }),
    );
  });
});
