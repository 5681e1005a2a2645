import Link from "next/link";
import { useId } from "react";
import { StateIcon } from "#components/ui/state-icon.tsx";
import { Time } from "#components/ui/time.tsx";
import type { CheckView, GateItemView, GateView } from "#db/queries/views.ts";
import { GATE_MARKS } from "#lib/handover/view-words.ts";
import { paths } from "../paths.ts";

type Props = { slug: string; gate: GateView; checks: readonly CheckView[] };

export function GateCard({ slug, gate, checks }: Props) {
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
              <span className="ml-auto whitespace-nowrap text-ink-3 text-xs">
                <GateNote item={item} checks={checks} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What an item rests on and how old that is, or what is in its way; the full reason is one click away. */
function GateNote({ item, checks }: { item: GateItemView; checks: readonly CheckView[] }) {
  const own = checks.filter((check) => item.checks.includes(check.id));
  if (item.state === "failing") return own.find(({ status }) => status === "failing")?.shortTitle ?? "failing";
  if (item.state === "waived") return "waived";
  if (item.state === "unknown") return "no evidence";
  if (item.state === "not_applicable") return "does not apply";
  const oldest = own.flatMap(({ evidenceAt }) => evidenceAt ?? []).toSorted()[0];
  return oldest === undefined ? null : <Time iso={oldest} bare />;
}
