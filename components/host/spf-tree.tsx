import { clsx } from "clsx";
import type { SpfNode } from "#lib/audits/facts/mail-facts.ts";
import { counted } from "./host-words.ts";
import { SPF_LOOKUPS_MAX, SPF_VOIDS_MAX, type SpfRow, spfRows } from "./spf-rows.ts";

const FAULT_WORDS: Readonly<Record<NonNullable<SpfRow["fault"]>, string>> = {
  missing: "there is no record",
  several: "there are several records",
  malformed: "the record cannot be read",
  unanswered: "nobody answered",
  loop: "leads in a circle",
  too_deep: "not followed any further",
};

function Row({ row }: { row: SpfRow }) {
  const isOver = row.total > SPF_LOOKUPS_MAX;
  return (
    <li
      className="flex items-baseline gap-3 border-line border-t px-3 py-1 first:border-t-0"
      style={{ paddingInlineStart: `${0.75 + Math.min(row.depth, 8) * 1.1}rem` }}
    >
      <span className="min-w-0 flex-1">
        {row.depth > 0 && (
          <span aria-hidden className="text-ink-3">
            └{" "}
          </span>
        )}
        <span className="sr-only">level {row.depth + 1}: </span>
        <code className="font-mono text-xs [overflow-wrap:anywhere]">{row.text}</code>
        {row.fault && <span className="text-bad text-xs"> {FAULT_WORDS[row.fault]}</span>}
      </span>
      <span className={clsx("shrink-0 text-xs", isOver ? "font-medium text-bad" : "text-ink-3")}>
        {row.cost > 0 ? `+${row.cost}, ${row.total} of ${SPF_LOOKUPS_MAX}` : <span className="sr-only">free</span>}
      </span>
    </li>
  );
}

type Props = { spf: SpfNode; total: { lookups: number; voids: number } | null };

/** The include tree as a receiver reads it, with what each term costs and what was spent by then. */
export function SpfTree({ spf, total }: Props) {
  return (
    <div>
      <div className="flex flex-wrap items-baseline gap-x-3 pb-1.5 text-sm">
        <h3 className="font-medium tracking-normal">SPF</h3>
        {total && (
          <p className={total.lookups > SPF_LOOKUPS_MAX || total.voids > SPF_VOIDS_MAX ? "text-bad" : "text-ink-2"}>
            {total.lookups} of {SPF_LOOKUPS_MAX} look-ups, {total.voids} of {counted(SPF_VOIDS_MAX, "void one")}
          </p>
        )}
      </div>
      <div className="rounded-lg border border-line bg-panel">
        <p className="border-line border-b bg-sunk px-3 py-1.5 font-mono text-xs [overflow-wrap:anywhere]">
          <span className="text-ink-3">{spf.domain}</span>{" "}
          {spf.state === "ok" ? spf.record : <span className="font-sans text-bad">{FAULT_WORDS[spf.state]}</span>}
        </p>
        <ul>
          {spfRows(spf).map((row) => (
            <Row key={row.key} row={row} />
          ))}
        </ul>
      </div>
    </div>
  );
}
