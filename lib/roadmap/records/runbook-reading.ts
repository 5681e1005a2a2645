import { ago, dayOf } from "../age.ts";
import { cardLine } from "../card-line.ts";
import { CHECKS } from "../stages.ts";
import type { Decision } from "../status.ts";
import { capitalised, counted, listed } from "../words.ts";
import { PLATFORM_NAMES } from "./runbook-words.ts";
import { peopleForAll, type RunbookStanding, runbookStanding } from "./runbooks.ts";
import type { Platform, Records, RunbookFact } from "./types.ts";

/** From the worst to the best. */
const ORDER: readonly RunbookStanding["state"][] = [
  "empty",
  "untried",
  "incomplete",
  "stale",
  "one_person",
  "two_people",
];

type Judged = RunbookStanding & { runbook: RunbookFact };

/**
 * `environment-runbook`: each platform that the team's runbooks name has one that says how a variable is changed, gone
 * through in full within the check's days, and two people for each step. A run for real shows as much as a dry one.
 * Null while no runbook says how a variable is changed.
 */
export function environmentRunbook({ runbooks }: Pick<Records, "runbooks">, now: Date): Decision | null {
  const books = runbooks.filter(({ kind }) => kind === "change_variable");
  if (books.length === 0) return null;
  const platforms = [...new Set(runbooks.map(({ platform }) => platform))];
  const missing = platforms.filter((platform) => !books.some((book) => book.platform === platform));
  if (missing.length > 0) return notWritten(missing);
  const { freshDays } = CHECKS["environment-runbook"];
  const judged = books.map((runbook) => ({ runbook, ...runbookStanding(runbook, freshDays, now) }));
  const best = platforms.flatMap(
    (platform) =>
      judged
        .filter(({ runbook }) => runbook.platform === platform)
        .toSorted(worstFirst)
        .at(-1) ?? [],
  );
  const [worst] = best.toSorted(worstFirst);
  return worst ? decide(worst, best, freshDays, now) : null;
}

function worstFirst(a: Judged, b: Judged): number {
  return (
    ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
    Date.parse(a.lastCompleteAt ?? "1970-01-01") - Date.parse(b.lastCompleteAt ?? "1970-01-01")
  );
}

function notWritten(missing: readonly Platform[]): Decision {
  const names = listed(missing.map((platform) => PLATFORM_NAMES[platform]));
  return {
    ...OPEN,
    line: cardLine(`No runbook for ${names}`),
    why: `There is no runbook for changing a variable on ${names}.`,
  };
}

const OPEN = { status: "unknown", source: "attested", evidenceAt: null, isComplete: false } as const;

function decide(worst: Judged, all: readonly Judged[], freshDays: number, now: Date): Decision {
  const { runbook, state, undone, alone } = worst;
  const name = `“${runbook.title}”`;
  const at = oldest(all);
  switch (state) {
    case "empty":
      return { ...OPEN, line: "The runbook has no steps yet", why: `The runbook ${name} has no steps yet.` };
    case "untried":
      return { ...OPEN, line: "Written, but never tried", why: `Nobody has gone through the runbook ${name} yet.` };
    case "incomplete":
      return {
        ...OPEN,
        line: undone > 0 ? cardLine(`${undone} of ${runbook.steps.length} steps never done`) : "Never done in one go",
        why:
          undone > 0
            ? `Nobody has done ${counted(undone, "step")} of the runbook ${name} as it reads now.`
            : `Each step of the runbook ${name} was done, but nobody has gone through all of it in one go.`,
      };
    case "stale":
      return {
        status: "stale",
        source: "attested",
        evidenceAt: worst.lastCompleteAt,
        isComplete: false,
        line: cardLine(`Last done ${ago(worst.lastCompleteAt ?? "", now)}, due again`),
        why: `The runbook ${name} was last gone through on ${dayOf(worst.lastCompleteAt ?? "")}, which is more than ${freshDays} days ago.`,
      };
    case "one_person":
      return {
        status: "warning",
        source: "attested",
        evidenceAt: at,
        isComplete: true,
        line: cardLine(`${capitalised(counted(alone, "step"))} known to one person only`),
        why: `The runbook ${name} was gone through ${ago(worst.lastCompleteAt ?? "", now)}, but fewer than two people have done ${counted(alone, "step")} of it.`,
      };
    case "two_people":
      return {
        status: "attested",
        source: "attested",
        evidenceAt: at,
        isComplete: true,
        line: cardLine(`Done ${ago(at ?? "", now)}, by two people`),
        why: `Two people or more have done each step of ${listed(all.map(bookAndPeople))}, the last time ${ago(at ?? "", now)}.`,
      };
  }
}

/** A chain is as old as its oldest link. */
function oldest(all: readonly Judged[]): string | null {
  const moments = all.flatMap(({ lastCompleteAt }) => lastCompleteAt ?? []);
  return moments.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}

function bookAndPeople({ runbook }: Judged): string {
  const people = peopleForAll(runbook);
  return people.length < 2 ? `“${runbook.title}”` : `“${runbook.title}” (${listed(people)})`;
}
