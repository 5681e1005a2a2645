import type { UiMark } from "#components/ui/marks.ts";
import { Section } from "#components/ui/section.tsx";
import { StateIcon } from "#components/ui/state-icon.tsx";
import { SPRINT_HOURS } from "#lib/roadmap/sprint-plan.ts";
import type { SprintFit, SprintStage } from "#lib/roadmap/tools/sprint-fit.ts";

const MARKS: Readonly<Record<SprintFit["kind"], UiMark>> = {
  whole: { shape: "check", tone: "ok", word: "Fits" },
  part: { shape: "check", tone: "ok", word: "Fits" },
  not_yet: { shape: "clock", tone: "warn", word: "Not yet" },
  none: { shape: "dash", tone: "mute", word: "Not needed" },
};

export function SprintAnswer({ fit }: { fit: SprintFit }) {
  return (
    <section aria-labelledby="answer">
      <h2 id="answer" className="flex items-start gap-2 text-xl">
        <StateIcon mark={MARKS[fit.kind]} isDecorative size={20} className="mt-1" />
        <span>{fit.headline}</span>
      </h2>
      <p className="mt-1 max-w-[72ch]">{fit.reason}</p>
    </section>
  );
}

export function SprintStages({ fit }: { fit: SprintFit }) {
  return (
    <>
      {fit.stages.length > 0 && (
        <Section title="What it is for" note={`About ${fit.hours} of ${SPRINT_HOURS} hours.`}>
          <Stages stages={fit.stages} />
        </Section>
      )}
      {fit.later.length > 0 && (
        <Section title={fit.kind === "not_yet" ? "What is open" : "What it leaves for later"}>
          <Stages stages={fit.later} />
        </Section>
      )}
      <p className="max-w-[72ch] text-ink-3 text-sm">
        The hours are those of the sprint's plan, for a team that knows the product. Which stages the minimum bar rests
        on is read from the roadmap's own catalogue.
      </p>
    </>
  );
}

function Stages({ stages }: { stages: readonly SprintStage[] }) {
  return (
    <ul className="overflow-hidden rounded-xl border border-line bg-panel">
      {stages.map(({ id, title, hours, work, why }) => (
        <li key={id} className="border-line border-t px-3 py-2.5 text-sm first:border-t-0">
          <div className="flex items-baseline gap-3">
            <h3 className="font-medium text-sm tracking-normal">{title}</h3>
            <span className="ml-auto shrink-0 text-ink-3">about {hours} h</span>
          </div>
          <p>{work}</p>
          <p className="text-ink-2">{why}</p>
        </li>
      ))}
    </ul>
  );
}
