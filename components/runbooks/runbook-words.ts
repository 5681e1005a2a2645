import type { RunbookSummary } from "#db/queries/runbook-views.ts";
import { capitalised, counted, inWords, listed } from "#lib/roadmap/words.ts";

/** The sentence at the top of the list. */
export function runbooksInWords(runbooks: readonly Pick<RunbookSummary, "state">[]): string {
  if (runbooks.length === 0) return "Nothing is written down yet: today, only those who built it can run it.";
  const ready = runbooks.filter(({ state }) => state === "two_people").length;
  if (runbooks.length === 1) return `The one runbook can ${ready === 1 ? "" : "not yet "}be followed by two people.`;
  const which = ready === 0 ? "None" : ready === runbooks.length ? "Each" : capitalised(inWords(ready));
  return `${which} of the ${inWords(runbooks.length)} runbooks can be followed by two people.`;
}

/** What is in the way of relying on it, in one sentence. */
export function standingInWords(runbook: Pick<RunbookSummary, "state" | "undone" | "alone" | "people" | "stepCount">) {
  const { state, undone, alone, people, stepCount } = runbook;
  switch (state) {
    case "empty":
      return "It has no steps yet. Write them, then let two people go through them.";
    case "untried":
      return "Nobody has gone through it yet. Until somebody has, it is a guess.";
    case "incomplete":
      return undone > 0
        ? `Nobody has done ${counted(undone, "step")} of ${inWords(stepCount)} as it reads now.`
        : "Each step was done, but never all of them in one go.";
    case "stale":
      return "It was gone through too long ago: platforms move their buttons. Try it again.";
    case "one_person":
      return alone === stepCount
        ? `Only one person has done it${people.length === 1 ? `: ${people[0]}` : " yet"}.`
        : `${capitalised(counted(alone, "step"))} of ${inWords(stepCount)} ${alone === 1 ? "was" : "were"} done by one person only.`;
    case "two_people":
      return people.length > 1
        ? `${listed(people)} have each done all of it.`
        : "Two people or more have done each step.";
  }
}
