import { X } from "lucide-react";
import Link from "next/link";
import type { PersonView } from "#db/queries/views.ts";
import { BLOCKER_ORDER } from "#lib/roadmap/blockers.ts";
import { paths } from "../paths.ts";
import { FILTER_NAMES, FILTERS } from "./risk-filters.ts";
import { type RiskQuery, riskSearch, withFilter } from "./risk-query.ts";

type Props = { slug: string; query: RiskQuery; people: readonly PersonView[]; shown: number; total: number };

/** "12 of 48 shown", and what narrows it down; each chip takes its filter away. */
export function FilterChips({ slug, query, people, shown, total }: Props) {
  const chips = activeFilters(query, people);
  return (
    <div className="flex flex-wrap items-center gap-2 pb-2.5 text-ink-3 text-xs">
      <p role="status">
        {shown} of {total} shown
      </p>
      {chips.map(({ name, text }) => (
        <Link
          key={name}
          href={paths.risks(slug, riskSearch(withFilter(query, name, undefined)))}
          scroll={false}
          prefetch={false}
          aria-label={`Remove the filter ${text}`}
          className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-[5px] border border-line-strong bg-panel px-1.75 font-medium text-ink-2 text-xs hover:bg-sunk pointer-coarse:min-h-11"
        >
          <span className="truncate">{text}</span> <X size={12} aria-hidden className="shrink-0" />
        </Link>
      ))}
      {chips.length > 0 && (
        <Link
          href={clearedHref(slug, query)}
          scroll={false}
          className="inline-flex min-h-6 items-center underline underline-offset-2 pointer-coarse:min-h-11"
        >
          Clear filters
        </Link>
      )}
      {query.sort === "severity" && !query.isReversed && (
        <p className="lg:ml-auto max-md:hidden">sorted by {BLOCKER_ORDER}</p>
      )}
    </div>
  );
}

/** Each filter that stands, in words: "severity: critical or high". */
export function activeFilters({ filters }: RiskQuery, people: readonly PersonView[]) {
  return FILTER_NAMES.flatMap((name) => {
    const value = filters[name];
    const { title, words } = FILTERS[name];
    return value === undefined ? [] : [{ name, text: `${title.toLowerCase()}: ${words(value, people)}` }];
  });
}

export function clearedHref(slug: string, query: RiskQuery): string {
  return paths.risks(slug, riskSearch({ ...query, filters: {}, page: 1 }));
}
