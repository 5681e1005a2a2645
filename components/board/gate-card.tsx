import Link from "next/link";
import { useId } from "react";
import { StateIcon } from "#components/ui/state-icon.tsx";
import type { GateItemView, GateView } from "#db/queries/views.ts";
import { GATE_MARKS, STATUS_MARKS } from "#lib/handover/view-words.ts";
import { paths } from "../paths.ts";

/** A word or two beside each item; the full reason is one click away. */
const NOTES: Record<GateItemView["state"], string> = {
  holds: "",
  holds_with_warning: STATUS_MARKS.warning.word.toLowerCase(),
  waived: "waived",
  failing: "failing",
  stale: "stale",
  unknown: "no evidence",
  not_applicable: "does not apply",
};

export function GateCard({ slug, gate }: { slug: string; gate: GateView }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="self-start rounded-xl border border-line bg-panel px-3.5 py-3">
      <div className="mb-1.5 flex items-baseline text-sm">
        <h2 id={id}>Minimum bar</h2>
        <span className="ml-auto text-ink-3">
          {gate.held} of {gate.total} hold
        </span>
      </div>
      <ul>
        {gate.items.map((item) => (
          <li key={item.id}>
            <Link
              href={paths.board(slug, { gate: item.id })}
              scroll={false}
              prefetch={false}
              className="-mx-1.5 flex min-h-6.5 items-center gap-2.25 rounded-md px-1.5 text-sm hover:bg-sunk pointer-coarse:min-h-11"
            >
              <StateIcon mark={GATE_MARKS[item.state]} />
              <span className="min-w-0">{item.title}</span>
              <span aria-hidden className="ml-auto whitespace-nowrap text-ink-3 text-xs">
                {NOTES[item.state]}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
