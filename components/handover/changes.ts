import type { ModelChanges } from "#lib/handover/model-changes.ts";
import { SEVERITY_MARKS, STATUS_MARKS } from "#lib/handover/view-words.ts";
import type { UiMark } from "../ui/marks.ts";

export type ChangeLine = { key: string; mark: UiMark; text: string; note: string };
export type ChangeGroup = { title: string; lines: ChangeLine[] };

const GOOD: UiMark = { shape: "check", tone: "ok", word: "Better" };
const BAD: UiMark = { shape: "cross", tone: "bad", word: "Worse" };
const OTHER: UiMark = { shape: "dash", tone: "mute", word: "Changed" };

/** What changed, as two lists that a hurried reader asks for and a third for the rest; only those that hold something. */
export function changeGroups({ gate, risks, checks, decisions }: ModelChanges): ChangeGroup[] {
  const check = ({ id, title, from, to }: ModelChanges["checks"][number], mark: UiMark): ChangeLine => ({
    key: `check ${id}`,
    mark,
    text: title,
    note: `${STATUS_MARKS[from].word.toLowerCase()} before, ${STATUS_MARKS[to].word.toLowerCase()} now`,
  });
  const groups: ChangeGroup[] = [
    {
      title: "Better",
      lines: [
        ...gate.won.map(({ id, title }) => line(`gate ${id}`, GOOD, title, "part of the minimum bar, and holds now")),
        ...risks.fixed.map(({ number, title }) =>
          line(`risk ${number}`, GOOD, title, `risk ${number}, no longer open`),
        ),
        ...checks.filter(({ isBetter }) => isBetter).map((one) => check(one, GOOD)),
      ],
    },
    {
      title: "Worse or new",
      lines: [
        ...gate.lost.map(({ id, title }) => line(`gate ${id}`, BAD, title, "part of the minimum bar; no longer holds")),
        ...risks.new.map(({ number, title, severity }) =>
          line(`risk ${number}`, SEVERITY_MARKS[severity], title, `risk ${number}, new, ${severity}`),
        ),
        ...checks.filter(({ isBetter }) => !isBetter).map((one) => check(one, BAD)),
        ...decisions.expired.map(({ subject, decision }, place) =>
          line(`expired ${place}`, { shape: "clock", tone: "warn", word: "Expired" }, subject, `${decision}: expired`),
        ),
      ],
    },
    {
      title: "Decided and changed",
      lines: [
        ...decisions.new.map(({ subject, decision, decider }, place) =>
          line(`decision ${place}`, OTHER, subject, decider === null ? decision : `${decision}, by ${decider}`),
        ),
        ...risks.changed.map(({ number, title, what }) =>
          line(`changed ${number}`, OTHER, title, `risk ${number}: ${what.join(", ")}`),
        ),
      ],
    },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

const line = (key: string, mark: UiMark, text: string, note: string): ChangeLine => ({ key, mark, text, note });

/** "Readiness went from 62 to 78. The minimum bar holds in five of seven parts, three before." */
export function changeSummary({ readiness, gate }: ModelChanges): string {
  const { from, to } = readiness;
  const score =
    from === to
      ? `Readiness is ${to ?? "unknown"}, as before.`
      : `Readiness went from ${from ?? "unknown"} to ${to ?? "unknown"}.`;
  const held =
    gate.from.held === gate.to.held
      ? `${gate.to.held} of ${gate.to.total} parts of the minimum bar hold, as many as before.`
      : `${gate.to.held} of ${gate.to.total} parts of the minimum bar hold; it was ${gate.from.held}.`;
  return `${score} ${held}`;
}
