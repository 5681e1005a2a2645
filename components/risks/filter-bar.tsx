"use client";

import { ChevronDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, startTransition, useOptimistic } from "react";
import { Button } from "#components/ui/button.tsx";
import { Menu, type MenuChoice, MenuChoices, MenuToggles } from "#components/ui/menu.tsx";
import type { PersonView } from "#db/queries/views.ts";
import { SEVERITIES } from "#lib/roadmap/ids.ts";
import { paths } from "../paths.ts";
import { FilterSearch } from "./filter-search.tsx";
import { DECISION_TITLES, FILTERS, type FilterName, NOBODY, sourceWords } from "./risk-filters.ts";
import { type RiskQuery, riskSearch, toggled, withFilter } from "./risk-query.ts";
import type { RiskSort } from "./risk-sorts.ts";

export type FilterChoices = {
  stages: readonly MenuChoice[];
  checks: readonly MenuChoice[];
  people: readonly PersonView[];
  /** Those that occur in the register. */
  sources: readonly string[];
};

type Props = { slug: string; query: RiskQuery; choices: FilterChoices; children: ReactNode };

const SORT_CHOICES: readonly (MenuChoice & { value: RiskSort })[] = [
  { value: "severity", label: "Severity" },
  { value: "score", label: "Likelihood × impact" },
  { value: "due", label: "Due" },
  { value: "owner", label: "Owner" },
  { value: "stage", label: "Stage" },
  { value: "decision", label: "Decision" },
  { value: "age", label: "Age, oldest first" },
];

/** Search and the filters; each choice is an address of its own. */
export function FilterBar({ slug, query: given, choices, children }: Props) {
  const router = useRouter();
  // A second choice adds to the first, even while that is still on its way.
  const [query, setQuery] = useOptimistic(given);
  const go = (next: RiskQuery, how: "push" | "replace" = "push") =>
    startTransition(() => {
      setQuery(next);
      router[how](paths.risks(slug, riskSearch(next)), { scroll: false });
    });
  const { stages, checks, people, sources } = choices;
  const one: readonly { name: FilterName; options: readonly MenuChoice[] }[] = [
    { name: "stage", options: stages },
    { name: "check", options: checks },
    {
      name: "owner",
      options: [{ value: NOBODY, label: "Nobody" }, ...people.map(({ id, name }) => ({ value: id, label: name }))],
    },
    { name: "decision", options: Object.entries(DECISION_TITLES).map(([value, label]) => ({ value, label })) },
    { name: "source", options: sources.map((value) => ({ value, label: sourceWords(value) })) },
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: `search` is not known to all browsers yet
    <div role="search" aria-label="Filters" className="flex flex-wrap items-center gap-2 pb-2.5">
      <FilterSearch given={query.filters.q ?? ""} onSearch={(q) => go(withFilter(query, "q", q), "replace")} />
      {/* On a phone one row, to be pushed sideways. */}
      <div className="flex gap-2 max-md:-mx-4 max-md:w-[calc(100%+2rem)] max-md:overflow-x-auto max-md:px-4 md:contents">
        <Menu align="start" trigger={trigger("Severity", query.filters.severity !== undefined)}>
          <MenuToggles
            label="Severity"
            values={query.filters.severity?.split(",") ?? []}
            choices={SEVERITIES.map((value) => ({ value, label: value }))}
            onToggle={(value) => go(withFilter(query, "severity", toggled(query.filters.severity, value, SEVERITIES)))}
          />
        </Menu>
        {one.map(({ name, options }) => (
          <Menu key={name} align="start" trigger={trigger(FILTERS[name].title, query.filters[name] !== undefined)}>
            <MenuChoices
              label={FILTERS[name].title}
              value={query.filters[name] ?? ""}
              choices={[{ value: "", label: "Any" }, ...options]}
              onChange={(value) => go(withFilter(query, name, value || undefined))}
            />
          </Menu>
        ))}
        <span className="md:hidden">
          <Menu align="start" trigger={trigger("Sort", false)}>
            <MenuChoices
              label="Sort by"
              value={query.sort}
              choices={SORT_CHOICES}
              onChange={(value) => {
                const sort = SORT_CHOICES.find((choice) => choice.value === value)?.value;
                if (sort) go({ ...query, sort, isReversed: false, page: 1 });
              }}
            />
          </Menu>
        </span>
      </div>
      {children}
    </div>
  );
}

function trigger(label: string, isOn: boolean) {
  return (
    <Button size="sm" className={isOn ? "border-accent" : undefined}>
      {label}
      {isOn && <span className="sr-only">, filtered</span>} <ChevronDown size={13} aria-hidden />
    </Button>
  );
}
