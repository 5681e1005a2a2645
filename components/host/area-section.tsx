import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { ResultDetails } from "#components/audits/result-details.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Area, AreaCell, RuleChange } from "#db/queries/domain-views.ts";
import type { Verdict } from "#lib/audits/types.ts";
import { worstFirst } from "#lib/audits/verdict-order.ts";
import { AreaStanding } from "../domains/area-standing.tsx";
import { AREA_NOTES, AREA_TITLES } from "../domains/area-words.ts";
import { quietInWords } from "./host-words.ts";

type Props = {
  slug: string;
  area: Area;
  cell: AreaCell;
  rules: readonly RuleChange[];
  /** What was seen; left out where there is nothing to draw. */
  children?: ReactNode;
};

/** An area of a host: what was seen, then what the rules make of it, now and before. */
export function AreaSection({ slug, area, cell, rules, children }: Props) {
  const own = rules.filter((rule) => rule.area === area);
  return (
    <Section
      anchor={area}
      title={AREA_TITLES[area]}
      note={
        <span className="flex flex-wrap gap-x-3">
          <AreaStanding cell={cell} />
          <span className="max-sm:hidden">{AREA_NOTES[area]}</span>
        </span>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {children}
        {own.length === 0 ? (
          <p className="text-ink-2 text-sm">No audit has looked at this yet.</p>
        ) : (
          <Rules slug={slug} rules={own} />
        )}
      </div>
    </Section>
  );
}

const QUIET: readonly Verdict[] = ["pass", "not_applicable"];
const isQuiet = ({ now }: RuleChange) => QUIET.includes(now.verdict);

/** What is open, worst first; what passes or does not apply is folded into one line. */
function Rules({ slug, rules }: Pick<Props, "slug" | "rules">) {
  const open = rules.filter((rule) => !isQuiet(rule)).toSorted((a, b) => worstFirst(a.now, b.now));
  const quiet = rules.filter(isQuiet);
  const row = ({ rule, now, before }: RuleChange) => (
    <ResultDetails key={rule} slug={slug} result={now} before={before} />
  );
  return (
    <div className="overflow-hidden rounded-xl border border-line bg-panel">
      {open.map(row)}
      {quiet.length > 0 && (
        <details className="group/quiet border-line border-t first:border-t-0">
          <summary className="flex min-h-9 items-center gap-2.5 bg-sunk px-3 py-1.5 text-ink-2 text-sm pointer-coarse:min-h-11">
            <ChevronRight size={15} aria-hidden className="text-ink-3 group-open/quiet:rotate-90" />
            {quietInWords(quiet.map(({ now }) => now.verdict))}
          </summary>
          {quiet.map(row)}
        </details>
      )}
    </div>
  );
}

/** Where a part of a host could not be seen. */
export function Unseen({ children }: { children: ReactNode }) {
  return <p className="rounded-md border border-line-strong border-dashed px-3 py-2 text-ink-2 text-sm">{children}</p>;
}
