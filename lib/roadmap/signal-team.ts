import { dayOf } from "./age.ts";
import type { SignalId } from "./ids.ts";
import { currentOwners, differences, rowOf } from "./records/owners.ts";
import { CRITICAL_KINDS, OWNERS_MIN, PROVIDER_KIND_NAMES } from "./records/owners-words.ts";
import { peopleForAll, singlePersonSteps } from "./records/runbooks.ts";
import type { Records } from "./records/types.ts";
import { more, type Reading, type SignalFacts, type SignalInput } from "./signal-evidence.ts";
import type { CheckStatus } from "./status.ts";
import { capitalised, counted, listed, unstopped } from "./words.ts";

type Team = (facts: SignalFacts, derived: SignalInput["derived"]) => Reading;

const lit = (why: string, place: Reading["place"]): Reading => ({ state: "lit", why, place });
const unknown = (why: string, place: Reading["place"]): Reading => ({
  state: "unknown",
  why: `Not known: ${why}.`,
  place,
});
const quiet = (why: string, place: Reading["place"]): Reading => ({ state: "quiet", why, place });

const OWNERS = { kind: "page", page: "owners" } as const;
const RUNBOOKS = { kind: "page", page: "runbooks" } as const;
const AUDITS = { kind: "page", page: "audits" } as const;
const MEMBERS = { kind: "page", page: "settings" } as const;

/** The name servers give providers away, so that nothing was compared while nobody has looked at them lately. */
const UNSEEN: readonly CheckStatus[] = ["unknown", "stale"];

/** The signals that what the team wrote down has a say in. */
const READINGS: Partial<Record<SignalId, Team>> = {
  "single-person-steps": singlePerson,
  "bus-factor-one": busFactor,
  "ownership-unclear": ownership,
};

/** What the team's records say of a signal; null where they have no say. */
export function fromTeam(id: SignalId, { facts, derived }: SignalInput): Reading | null {
  return READINGS[id]?.(facts, derived) ?? null;
}

function singlePerson({ records: { runbooks } }: SignalFacts): Reading {
  const empty = runbooks.find(({ steps }) => steps.length === 0);
  const [worst, ...others] = singlePersonSteps({ runbooks });
  if (worst) {
    const { title, runbookId, step } = worst;
    const who = step.people[0] === undefined ? "nobody has done it yet" : `only ${step.people[0]} has done it`;
    return lit(`Step ${step.place} of “${title}”: ${who}${more(others.length, "step")}.`, {
      kind: "runbook",
      id: runbookId,
    });
  }
  if (runbooks.length === 0) return unknown("no runbook says yet who has done which step", RUNBOOKS);
  if (empty) return unknown(`the runbook “${empty.title}” has no steps yet`, { kind: "runbook", id: empty.id });
  const steps = runbooks.reduce((sum, runbook) => sum + runbook.steps.length, 0);
  const last = runbooks
    .flatMap(({ rehearsals }) => rehearsals.map(({ doneAt }) => doneAt))
    .toSorted()
    .at(-1);
  const when = last === undefined ? "" : `, the last time on ${dayOf(last)}`;
  return quiet(
    `Two people or more have done each of the ${counted(steps, "step")} in ${counted(runbooks.length, "runbook")}${when}.`,
    RUNBOOKS,
  );
}

function busFactor({ peopleWhoCanAct, records }: SignalFacts): Reading {
  if (peopleWhoCanAct.length < OWNERS_MIN) {
    const who = peopleWhoCanAct[0] === undefined ? "Nobody" : `Only ${peopleWhoCanAct[0]}`;
    return lit(`${who} may change anything in this project.`, MEMBERS);
  }
  const alone = ownersByRow(records).filter(({ isCritical, owners }) => isCritical && owners.length < OWNERS_MIN);
  const [row, ...rows] = alone;
  if (row) {
    const who =
      row.owners[0] === undefined ? "has no current owner" : `has one current owner only, ${row.owners[0].name}`;
    return lit(`${row.name} ${who}${more(rows.length, "provider")}.`, OWNERS);
  }
  const books = records.runbooks.filter(({ steps }) => steps.length > 0);
  const [book, ...otherBooks] = books.filter((one) => peopleForAll(one).length < OWNERS_MIN);
  if (book) {
    const [person] = peopleForAll(book);
    const who = person === undefined ? "nobody has done all of it" : `only ${person} has done all of it`;
    return lit(`The runbook “${book.title}”: ${who}${more(otherBooks.length, "runbook")}.`, {
      kind: "runbook",
      id: book.id,
    });
  }
  const rowsMissing = unwritten(records);
  if (rowsMissing.length > 0) return unknown(`nobody has written down who owns ${listed(rowsMissing)}`, OWNERS);
  if (books.length === 0) return unknown("no runbook says yet who can do what", RUNBOOKS);
  const people = capitalised(counted(peopleWhoCanAct.length, "person", "people"));
  return quiet(`${people} may change things, and each critical provider and runbook has two people or more.`, OWNERS);
}

function ownership({ unownedBlockers, records }: SignalFacts, derived: SignalInput["derived"]): Reading {
  const [blocker, ...blockers] = unownedBlockers;
  if (blocker) {
    const why = `Risk ${blocker.number}, ${unstopped(blocker.title)}, blocks the launch and has no owner${more(blockers.length, "blocker")}.`;
    return lit(why, { kind: "risk", number: blocker.number });
  }
  const empty = ownersByRow(records).filter(({ owners }) => owners.length === 0);
  const [row, ...rows] = empty;
  if (row) return lit(`${row.name} (${row.provider}) has no current owner${more(rows.length, "provider")}.`, OWNERS);
  const [difference, ...others] = differences(records);
  if (difference) return lit(`${difference.text}${more(others.length, "difference")}.`, OWNERS);
  const [link, ...links] = records.links.filter(({ owner }) => owner === null);
  if (link) return lit(`The link “${link.title}” has no owner${more(links.length, "link")}.`, OWNERS);
  const gaps = unwritten(records);
  if (gaps.length > 0) return unknown(`nobody has written down who owns ${listed(gaps)}`, OWNERS);
  if (UNSEEN.includes(derived["dns-status"].status)) {
    return unknown("no recent audit has compared the providers with what is seen from outside", AUDITS);
  }
  return quiet("Each blocker, critical provider and link has an owner, and the audits saw no other provider.", OWNERS);
}

function ownersByRow(records: Records) {
  return records.providers.map(({ kind, provider, owners }) => ({
    name: PROVIDER_KIND_NAMES[kind],
    provider,
    isCritical: CRITICAL_KINDS.some((critical) => critical === kind),
    owners: currentOwners(owners, records.memberIds),
  }));
}

/** Critical rows that are not there yet. */
function unwritten(records: Records): string[] {
  return CRITICAL_KINDS.filter((kind) => !rowOf(records, kind)).map((kind) => PROVIDER_KIND_NAMES[kind]);
}
