import { isFresh } from "../age.ts";
import type { RunbookFact, RunbookStep } from "./types.ts";

/** Both the least that a step takes and what the roadmap asks: one on holiday, one at hand. */
const PEOPLE_MIN = 2;

export type StepStanding = RunbookStep & {
  /** From 1. */
  place: number;
  /** Who has done it, dry or for real, each once; in the order of who did it last. */
  people: string[];
};

export type SinglePersonStep = Pick<RunbookFact, "kind" | "platform" | "title"> & {
  runbookId: string;
  step: StepStanding;
};

/** Two spellings of one name are one person, so that nobody counts twice. */
const sameName = (name: string) => name.trim().replace(/\s+/g, " ").toLowerCase();

/** The named people who have done each step as it reads now. */
export function stepStandings({ steps, rehearsals }: Pick<RunbookFact, "steps" | "rehearsals">): StepStanding[] {
  return steps.map((step, index) => {
    const people = new Map<string, string>();
    for (const { person, stepIds } of rehearsals) {
      const key = sameName(person);
      if (stepIds.includes(step.id) && !people.has(key)) people.set(key, person);
    }
    return { ...step, place: index + 1, people: [...people.values()] };
  });
}

/** Steps that fewer than two named people have done; a runbook that nobody has tried counts with all of its steps. */
export function singlePersonSteps({ runbooks }: { runbooks: readonly RunbookFact[] }): SinglePersonStep[] {
  return runbooks.flatMap((runbook) =>
    stepStandings(runbook)
      .filter((step) => step.people.length < PEOPLE_MIN)
      .map((step) => ({
        runbookId: runbook.id,
        kind: runbook.kind,
        platform: runbook.platform,
        title: runbook.title,
        step,
      })),
  );
}

/** The people who have done every step as it reads now, if need be in more than one go. */
export function peopleForAll(runbook: Pick<RunbookFact, "steps" | "rehearsals">): string[] {
  const [first, ...rest] = stepStandings(runbook);
  const did = ({ people }: StepStanding) => new Set(people.map(sameName));
  const others = rest.map(did);
  return (first?.people ?? []).filter((person) => others.every((known) => known.has(sameName(person))));
}

/** The newest time that somebody went through all of it, as it reads now, in one go. */
export function lastCompleteRun({ steps, rehearsals }: Pick<RunbookFact, "steps" | "rehearsals">): string | null {
  if (steps.length === 0) return null;
  const complete = rehearsals.filter(({ stepIds }) => steps.every(({ id }) => stepIds.includes(id)));
  return (
    complete
      .map(({ doneAt }) => doneAt)
      .toSorted((a, b) => Date.parse(a) - Date.parse(b))
      .at(-1) ?? null
  );
}

export type RunbookStanding = {
  state: "empty" | "untried" | "incomplete" | "stale" | "one_person" | "two_people";
  /** Steps that nobody has done, and those that fewer than two have. */
  undone: number;
  alone: number;
  lastCompleteAt: string | null;
};

/** How far a runbook can be relied upon: a full run within `freshDays`, and two people for each step. */
export function runbookStanding(
  runbook: Pick<RunbookFact, "steps" | "rehearsals">,
  freshDays: number,
  now: Date,
): RunbookStanding {
  const standings = stepStandings(runbook);
  const lastCompleteAt = lastCompleteRun(runbook);
  const undone = standings.filter(({ people }) => people.length === 0).length;
  const alone = standings.filter(({ people }) => people.length < PEOPLE_MIN).length;
  const state = (): RunbookStanding["state"] => {
    if (standings.length === 0) return "empty";
    if (undone === standings.length) return "untried";
    if (lastCompleteAt === null) return "incomplete";
    if (!isFresh(lastCompleteAt, freshDays, now)) return "stale";
    return alone > 0 ? "one_person" : "two_people";
  };
  return { state: state(), undone, alone, lastCompleteAt };
}
