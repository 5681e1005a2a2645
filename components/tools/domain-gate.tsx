import { Section } from "#components/ui/section.tsx";
import { StateIcon } from "#components/ui/state-icon.tsx";
import { GATE_MARKS } from "#lib/handover/view-words.ts";
import type { GateItemView } from "#lib/roadmap/gate.ts";

/** The items of the minimum bar that a look from outside has a say in; the rest of them needs a project. */
export function DomainGate({ items }: { items: readonly GateItemView[] }) {
  return (
    <Section
      title="The minimum bar"
      note="The items of it that show from outside. For the others a project gathers evidence."
    >
      <ul className="overflow-hidden rounded-xl border border-line bg-panel">
        {items.map(({ id, title, state, why }) => (
          <li
            key={id}
            className="grid grid-cols-[18px_minmax(0,1fr)] gap-x-2.5 border-line border-t px-3 py-2 text-sm first:border-t-0"
          >
            <StateIcon mark={GATE_MARKS[state]} className="mt-0.5" />
            <div className="[overflow-wrap:anywhere]">
              <h3 className="font-medium text-sm tracking-normal">
                {title}
                <span className="font-normal text-ink-3"> · {GATE_MARKS[state].word}</span>
              </h3>
              <p className="text-ink-2">{why}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
