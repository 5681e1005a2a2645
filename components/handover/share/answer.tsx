import type { HandoverModel } from "#lib/handover/model.ts";
import { day, GATE_MARKS, SEVERITY_MARKS } from "#lib/handover/view-words.ts";
import type { UiMark } from "../../ui/marks.ts";
import { StateIcon } from "../../ui/state-icon.tsx";
import { Few } from "../few.tsx";

type Props = { model: Pick<HandoverModel, "answer" | "executive" | "generatedAt" | "risks" | "gate"> };
type Remaining = { key: string; mark: UiMark; title: string; note: string };

const SHOWN = 5;

/** What holds the launch back: open risks, then the parts of the minimum bar that no such risk already stands for. */
function remaining({ risks, gate }: Props["model"]): Remaining[] {
  const blocking = risks.filter((risk) => risk.isBlocking);
  const isExplained = ({ state, checks }: HandoverModel["gate"]["items"][number]) =>
    state === "failing" && blocking.some((risk) => checks.includes(risk.check));
  return [
    ...blocking.map((risk) => ({
      key: `risk ${risk.number}`,
      mark: SEVERITY_MARKS[risk.severity],
      title: risk.title,
      note: `risk ${risk.number}, ${risk.severity}${risk.owner === null ? "" : `, ${risk.owner} has it`}`,
    })),
    ...gate.items
      .filter((item) => !item.holds && item.state !== "not_applicable" && !isExplained(item))
      .map((item) => ({ key: item.id, mark: GATE_MARKS[item.state], title: item.title, note: item.why })),
  ];
}

/** The executive page's own words, without the headline that stands above them; in a pack that has none, the board's. */
function wordsOf({ answer, executive }: Props["model"]): string {
  const body = executive.find(({ title }) => title === "Can it launch?")?.body ?? answer.lede;
  return body.startsWith(answer.headline) ? body.slice(answer.headline.length).trim() : body;
}

/** "Can it launch?", and what remains. */
export function Answer({ model }: Props) {
  const { answer, generatedAt } = model;
  const left = remaining(model);
  return (
    <div className="rounded-xl border border-line border-t-3 border-t-accent bg-panel p-5">
      <h2 className="font-normal text-ink-3 text-sm">
        Can it launch? <time dateTime={generatedAt}>As of {day(generatedAt)}:</time>
      </h2>
      <p className="mt-1 flex gap-2.5 font-semibold text-xl">
        <StateIcon
          mark={
            answer.ready
              ? { shape: "check", tone: "ok", word: "Yes" }
              : { shape: "triangle", tone: "warn", word: "Not yet" }
          }
          size={20}
          className="mt-0.5"
        />
        <span className="min-w-0">{answer.headline}</span>
      </p>
      <p className="mt-2 text-ink-2">{wordsOf(model)}</p>
      {left.length > 0 && (
        <div className="mt-4 border-line border-t pt-3">
          <h3 className="mb-2 font-medium text-sm">What remains</h3>
          <Few
            shown={SHOWN}
            className="grid gap-2"
            items={left.map(({ key, mark, title, note }) => ({
              key,
              body: (
                <div className="flex gap-2 text-sm">
                  <StateIcon mark={mark} className="mt-0.5" />
                  <div className="min-w-0 [overflow-wrap:anywhere]">
                    <p>{title}</p>
                    <p className="text-ink-3">{note}</p>
                  </div>
                </div>
              ),
            }))}
          />
        </div>
      )}
    </div>
  );
}
