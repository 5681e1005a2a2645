import { LINK_KIND_NAMES, PROVIDER_KIND_NAMES } from "#lib/roadmap/records/owners-words.ts";
import { KIND_TITLES, PLATFORM_NAMES } from "#lib/roadmap/records/runbook-words.ts";
import type { RunbookKind } from "#lib/roadmap/records/types.ts";
import { counted, inWords, listed } from "#lib/roadmap/words.ts";
import type { HandoverModel } from "./model.ts";
import type { ProviderLine, RunbookLine } from "./model-registers.ts";
import * as words from "./view-words.ts";
import { day } from "./view-words.ts";

/** Runbooks that bring the product back. */
const RECOVERY = ["restore", "roll_back", "rotate"] as const satisfies RunbookKind[];

export type RunbookView = ReturnType<typeof runbookView>;

export function signalsView(model: HandoverModel) {
  const order = { lit: 0, unknown: 1, quiet: 2 } as const;
  const numbers = new Map(model.stages.map((stage) => [stage.id, stage.order]));
  return model.signals
    .toSorted((a, b) => order[a.state] - order[b.state])
    .map(({ title, state, stage, why }) => ({
      title,
      why,
      stage: String(numbers.get(stage) ?? ""),
      mark: words.SIGNAL_MARKS[state],
    }));
}

export function signalsNote({ signals }: HandoverModel): string {
  const of = (wanted: string) => signals.filter(({ state }) => state === wanted).length;
  return `Early signs that a launch is going wrong: ${inWords(of("lit"))} lit, ${inWords(of("quiet"))} quiet, ${inWords(of("unknown"))} not known for want of evidence.`;
}

export function deliverablesView(model: HandoverModel) {
  return model.deliverables.map(({ title, state, why }) => ({ title, why, mark: words.DELIVERABLE_MARKS[state] }));
}

export function ownersView(model: HandoverModel) {
  return model.providers.map((one) => ({
    kind: PROVIDER_KIND_NAMES[one.kind],
    provider: one.provider ?? "Nobody has said",
    isDeclared: one.provider !== null,
    seen: seenOf(one),
    link: one.link,
    linkMark: one.link === null ? null : words.LINK_MARKS[one.linkState],
    owners: one.owners.map(({ name, contact }) => ({ name, contact })),
    ownersNote: one.owners.length === 0 ? "No owner" : one.owners.length === 1 ? "One owner only: name a second" : "",
    breakGlass: one.breakGlass === "" ? "No other way in is written down" : one.breakGlass,
    tested:
      one.testedAt === null
        ? "Never tested"
        : `Tested ${day(one.testedAt)}${one.testedBy === null ? "" : ` by ${one.testedBy}`}`,
    isTested: one.testedAt !== null,
  }));
}

/** What the audits recognised beside what the team says. */
function seenOf({ observed, provider }: ProviderLine): string {
  const names = [...new Set(observed.map((one) => one.provider))];
  const [first] = observed;
  if (!first) return "";
  const by = `${first.seenBy}, ${day(first.observedAt)}`;
  if (provider === null) return `Seen: ${listed(names)} (${by})`;
  const isSame = names.some((name) => alike(name, provider));
  return isSame ? `Confirmed by what was seen (${by})` : `Seen instead: ${listed(names)} (${by})`;
}

/** "Cloudflare, Inc." and "cloudflare" are one. */
function alike(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ""));
  return (
    one !== undefined &&
    other !== undefined &&
    one !== "" &&
    other !== "" &&
    (one.includes(other) || other.includes(one))
  );
}

export function runbooksView(model: HandoverModel): RunbookView[] {
  return model.runbooks.map(runbookView);
}

function runbookView({ title, kind, platform, updatedAt, steps, rehearsals }: RunbookLine) {
  const [last] = rehearsals;
  return {
    title,
    about: `${KIND_TITLES[kind]}, ${PLATFORM_NAMES[platform]}. Written ${day(updatedAt)}.`,
    steps: steps.map(({ text, command, people }, index) => ({
      number: String(index + 1),
      text,
      command,
      people: people.length === 0 ? "Nobody yet" : listed(people),
      isAlone: people.length < 2,
    })),
    rehearsed: last ? "" : "Nobody has gone through it yet.",
    rehearsals: rehearsals.slice(0, 6).map(({ person, isDryRun, steps: done, doneAt }) => ({
      who: person,
      when: day(doneAt),
      how: isDryRun ? "Dry run" : "For real",
      done: `${done} of ${steps.length} steps`,
    })),
  };
}

/** How the product comes back: from the runbooks that do so, or the plain word that there is none. */
export function recoveryView({ runbooks }: HandoverModel) {
  return RECOVERY.map((kind) => {
    const books = runbooks.filter((book) => book.kind === kind);
    const dates = books.flatMap(({ rehearsals }) => rehearsals.map(({ doneAt }) => doneAt));
    const last = dates.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
    return {
      kind: RECOVERY_WORDS[kind],
      isWritten: books.length > 0,
      books: books.map(({ title, platform, steps }) => ({
        title: `${title} (${PLATFORM_NAMES[platform]})`,
        steps: steps.map(({ text, command }, index) => ({ number: String(index + 1), text, command })),
      })),
      tried:
        books.length === 0
          ? "No runbook is written for this. Until there is one, it rests on whoever remembers how."
          : last === undefined
            ? "Nobody has tried it yet."
            : `Last gone through on ${day(last)}.`,
    };
  });
}

const RECOVERY_WORDS: Record<(typeof RECOVERY)[number], string> = {
  restore: "Data was lost: restore it",
  roll_back: "A release is broken: roll it back",
  rotate: "A secret got out: rotate it",
};

export function signOffsView(model: HandoverModel) {
  return model.signOffs.map(({ version, sha256, name, organisation, remark, signedAt, isDraft }) => ({
    who: organisation === "" ? name : `${name}, ${organisation}`,
    remark,
    version: `Version ${version}`,
    sha256,
    mark: words.signOffMark({ isDraft }),
    signed: words.minute(signedAt),
  }));
}

export function linksView(model: HandoverModel) {
  return model.links.map(({ kind, title, url, link, owner, state, checkedAt }) => ({
    kind: LINK_KIND_NAMES[kind],
    title,
    url,
    link,
    owner: owner ?? "Nobody yet",
    mark: words.LINK_MARKS[state],
    checked: checkedAt === null ? "" : day(checkedAt),
  }));
}

export function sprintView({ sprint, generatedAt }: HandoverModel) {
  if (sprint === null) return null;
  const score = (value: number | null) => (value === null ? "–" : String(value));
  return {
    title: `Sprint ${sprint.number}: ${sprint.goal}`,
    about: `${sprint.hours} hours, begun ${day(sprint.startedAt)}, ${sprint.finishedAt === null ? `still running on ${day(generatedAt)}` : `finished ${day(sprint.finishedAt)}`}. Readiness ${score(sprint.readiness.from)} → ${score(sprint.readiness.to)}; conditions of the minimum bar that hold ${sprint.gateHeld.from} → ${sprint.gateHeld.to}.`,
    delivered: sprint.delivered,
    slipped: sprint.slipped,
    note:
      sprint.delivered.length === 0
        ? "Nothing that was open at its beginning is closed."
        : `${counted(sprint.delivered.length, "thing")} delivered.`,
  };
}
