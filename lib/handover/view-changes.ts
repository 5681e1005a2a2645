import { counted } from "#lib/roadmap/words.ts";
import type { HandoverModel } from "./model.ts";
import * as words from "./view-words.ts";
import { day } from "./view-words.ts";

/** Lines of one kind that the page prints; JSON has all. */
const LINES_MAX = 20;

type Tone = words.Mark["tone"];
type ChangeLine = { mark: words.Mark; text: string; detail: string };

/** What happened since the earlier version, the better and the worse told apart by shape and word. */
export function changesView({ changes }: HandoverModel) {
  if (changes === null) return null;
  const { since, readiness, gate, risks, checks, decisions } = changes;
  const score = (value: number | null) => (value === null ? "–" : String(value));
  const status = (id: keyof typeof words.STATUS_MARKS) => words.STATUS_MARKS[id].word.toLowerCase();
  const groups = [
    group("Minimum bar", [
      ...gate.won.map(({ title }) => line("Won", "ok", title)),
      ...gate.lost.map(({ title }) => line("Lost", "bad", title)),
    ]),
    group("Risks", [
      ...risks.new.map((one) =>
        line("New", "warn", `${one.number} ${one.title}`, words.SEVERITY_MARKS[one.severity].word),
      ),
      ...risks.changed.map((one) => line("Changed", "mute", `${one.number} ${one.title}`, one.what.join("; "))),
      ...risks.fixed.map((one) =>
        line("Closed", "ok", `${one.number} ${one.title}`, words.SEVERITY_MARKS[one.severity].word),
      ),
    ]),
    group(
      "Checks",
      checks.map(({ number, title, from, to, isBetter }) =>
        line(
          isBetter ? "Better" : "Worse",
          isBetter ? "ok" : "bad",
          `${number} ${title}`,
          `${status(from)} → ${status(to)}`,
        ),
      ),
    ),
    group("Decisions", [
      ...decisions.expired.map((one) => line("Expired", "bad", one.subject, one.decision)),
      ...decisions.new.map((one) =>
        line("New", "mute", one.subject, `${one.decision} by ${one.decider ?? "a former member"}`),
      ),
    ]),
  ].filter(({ lines }) => lines.length > 0);
  return {
    title: `What changed since version ${since.version}`,
    lede: `Version ${since.version} (${since.isDraft ? "draft" : "final"}) was made on ${day(since.generatedAt)}.${groups.length === 0 ? " Nothing has changed since." : ""}`,
    figures: [
      { label: "Readiness", from: score(readiness.from), to: score(readiness.to) },
      {
        label: "Minimum bar",
        from: `${gate.from.held} of ${gate.from.total}`,
        to: `${gate.to.held} of ${gate.to.total}`,
      },
      { label: "Risks", from: `${risks.new.length} new`, to: `${risks.fixed.length} closed` },
    ],
    groups,
  };
}

const SHAPES: Record<Tone, words.Shape> = { ok: "check", warn: "triangle", bad: "cross", mute: "dash" };

function line(word: string, tone: Tone, text: string, detail = ""): ChangeLine {
  return { mark: { shape: SHAPES[tone], tone, word }, text, detail };
}

function group(title: string, lines: readonly ChangeLine[]) {
  const left = lines.length - LINES_MAX;
  return {
    title,
    lines: lines.slice(0, LINES_MAX),
    more: left > 0 ? `and ${counted(left, "more")}`.replace("mores", "more") : "",
  };
}
