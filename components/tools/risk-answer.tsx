import { Section } from "#components/ui/section.tsx";
import { StateIcon } from "#components/ui/state-icon.tsx";
import { SEVERITY_MARKS } from "#lib/handover/view-words.ts";
import { BLOCKER_ORDER } from "#lib/roadmap/blockers.ts";
import type { RiskQuery, RiskScore } from "#lib/roadmap/tools/risk-score.ts";
import { levelInWords } from "./risk-words.ts";

type Props = { asked: RiskQuery; risk: RiskScore };

export function RiskAnswer({ asked, risk }: Props) {
  const mark = SEVERITY_MARKS[risk.severity];
  const suggested = SEVERITY_MARKS[risk.suggested].word.toLowerCase();
  return (
    <section aria-labelledby="answer">
      <h2 id="answer" className="flex flex-wrap items-center gap-x-2 text-xl">
        <StateIcon mark={mark} isDecorative size={20} />
        {risk.score} of 25, {mark.word.toLowerCase()}
      </h2>
      <p className="mt-1">
        {risk.blocks
          ? "It would block a launch until it is fixed, or put off by a decision with an end."
          : "It would not block a launch: only what is high or critical does."}
        {risk.severity === "critical" && " Putting off what is critical takes a second person."}
      </p>
      <ul className="mt-3 grid gap-1 text-ink-2 text-sm">
        <li>Likelihood {levelInWords("likelihood", asked.likelihood)}.</li>
        <li>Impact {levelInWords("impact", asked.impact)}.</li>
        <li>
          {asked.severity === null
            ? `The severity is the one that a score of ${risk.score} suggests.`
            : `The severity was chosen; a score of ${risk.score} suggests ${suggested}.`}
        </li>
      </ul>
    </section>
  );
}

export function RiskOrder({ order }: Pick<RiskScore, "order">) {
  return (
    <Section title="Where it would stand" note={`By ${BLOCKER_ORDER}.`}>
      <ol className="overflow-hidden rounded-xl border border-line bg-panel">
        {order.map(({ severity, score, isOwn }) => (
          <li
            key={`${severity}${isOwn}`}
            aria-current={isOwn ? "true" : undefined}
            className="grid grid-cols-[18px_minmax(0,1fr)_auto] items-center gap-x-2.5 border-line border-t px-3 py-2 text-sm first:border-t-0 aria-current:bg-info-tint"
          >
            <StateIcon mark={SEVERITY_MARKS[severity]} isDecorative />
            <span className={isOwn ? "font-semibold" : "text-ink-2"}>
              {isOwn ? "This risk" : "A finding as an audit first records it"}
            </span>
            <span className="text-ink-2">
              {SEVERITY_MARKS[severity].word.toLowerCase()}, {score}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
