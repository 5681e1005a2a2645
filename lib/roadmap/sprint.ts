import type { CheckId } from "./ids.ts";
import { elapsedMs, isPaused, remainingMs, type SprintClock } from "./sprint-clock.ts";
import { type SprintWindow, sprintPlan } from "./sprint-plan.ts";
import type { CheckStatus } from "./status.ts";

/** How the board stands at one moment. */
export type SprintState = {
  checks: readonly { id: CheckId; status: CheckStatus }[];
  /** Numbers of the risks that block the launch. */
  blockers: readonly number[];
  gateHeld: number;
  score: number | null;
};

/** `now` is the window that the clock is in; `late` one that has passed with something open. */
export type SprintStageState = "done" | "late" | "now" | "later";
export type SprintStage = SprintWindow & {
  state: SprintStageState;
  delivered: CheckId[];
  open: CheckId[];
};

export type SprintProgress = {
  elapsedMs: number;
  /** Negative once the hours are over. */
  remainingMs: number;
  isPaused: boolean;
  stages: SprintStage[];
  /** Checks in scope that hold now, and those that do not; together they are the scope. */
  delivered: CheckId[];
  open: CheckId[];
  /** Open ones whose window has passed. */
  slipped: CheckId[];
  /** In scope at the start, and said since then not to apply. */
  setAside: CheckId[];
  /** Held at the start and does not now. */
  regressed: CheckId[];
  blockers: { gone: number[]; open: number[]; added: number[] };
  gate: { before: number; now: number };
  score: { before: number | null; now: number | null };
};

const DONE: readonly CheckStatus[] = ["verified", "attested", "overridden"];
const HOUR_MS = 3_600_000;

const isDone = (status: CheckStatus | undefined) => status !== undefined && DONE.includes(status);

/** What a sprint has delivered so far: the board of its start against the board of now, or of its end. */
export function sprintProgress(clock: SprintClock, before: SprintState, after: SprintState, now: Date): SprintProgress {
  const statusThen = statuses(before);
  const statusNow = statuses(after);
  const plan = sprintPlan(clock.hours);
  const all = plan.flatMap(({ checks }) => checks);
  const wasOpen = all.filter((id) => !isDone(statusThen.get(id)) && statusThen.get(id) !== "not_applicable");
  const setAside = wasOpen.filter((id) => statusNow.get(id) === "not_applicable");
  const scope = new Set(wasOpen.filter((id) => !setAside.includes(id)));
  const isDelivered = (id: CheckId) => scope.has(id) && isDone(statusNow.get(id));
  const isOpen = (id: CheckId) => scope.has(id) && !isDone(statusNow.get(id));
  const elapsed = elapsedMs(clock, now);
  const stages = plan.map((window) => {
    const delivered = window.checks.filter(isDelivered);
    const open = window.checks.filter(isOpen);
    return { ...window, delivered, open, state: stageState(window, open.length, elapsed) };
  });
  const nowBlocking = new Set(after.blockers);
  const thenBlocking = new Set(before.blockers);
  return {
    elapsedMs: elapsed,
    remainingMs: remainingMs(clock, now),
    isPaused: isPaused(clock),
    stages,
    delivered: all.filter(isDelivered),
    open: all.filter(isOpen),
    slipped: stages.filter(({ state }) => state === "late").flatMap(({ open }) => open),
    setAside,
    regressed: all.filter((id) => {
      const status = statusNow.get(id);
      return isDone(statusThen.get(id)) && !isDone(status) && status !== "not_applicable";
    }),
    blockers: {
      gone: before.blockers.filter((number) => !nowBlocking.has(number)),
      open: before.blockers.filter((number) => nowBlocking.has(number)),
      added: after.blockers.filter((number) => !thenBlocking.has(number)),
    },
    gate: { before: before.gateHeld, now: after.gateHeld },
    score: { before: before.score, now: after.score },
  };
}

function statuses({ checks }: SprintState): ReadonlyMap<CheckId, CheckStatus> {
  return new Map(checks.map(({ id, status }) => [id, status]));
}

function stageState({ from, to }: SprintWindow, open: number, elapsed: number): SprintStageState {
  if (open === 0) return "done";
  if (elapsed >= to * HOUR_MS) return "late";
  return elapsed >= from * HOUR_MS ? "now" : "later";
}
