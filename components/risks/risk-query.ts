import type { RiskView } from "#db/queries/views.ts";
import { cellOf, FILTER_NAMES, FILTERS, type FilterName, matchesFilters, type RiskFilters } from "./risk-filters.ts";
import { RISK_SORTS, type RiskSort, sortRisks } from "./risk-sorts.ts";
import { type Basis, isInView, RISK_VIEWS, type RiskViewName } from "./risk-views.ts";

/** What of the register is shown, as the address says it. */
export type RiskQuery = {
  view: RiskViewName;
  sort: RiskSort;
  isReversed: boolean;
  filters: RiskFilters;
  /** From 1. */
  page: number;
};
export type Search = Record<string, string | string[] | undefined>;

export const USUAL_QUERY: RiskQuery = { view: "open", sort: "severity", isReversed: false, filters: {}, page: 1 };
export const PAGE_ROWS = 100;

/** Words that it does not know are left out, as if they had not been written. */
export function parseRiskQuery(search: Search): RiskQuery {
  const page = Number(search.page);
  return {
    view: RISK_VIEWS.find((view) => view === search.view) ?? USUAL_QUERY.view,
    sort: RISK_SORTS.find((sort) => sort === search.sort) ?? USUAL_QUERY.sort,
    isReversed: search.order === "reversed",
    filters: Object.fromEntries(
      FILTER_NAMES.flatMap((name) => {
        const value = search[name];
        return typeof value === "string" && FILTERS[name].isValid(value) ? [[name, value]] : [];
      }),
    ),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The query as it stands in the address: what is usual is left out. */
export function riskSearch({ view, sort, isReversed, filters, page }: RiskQuery): Record<string, string | undefined> {
  return {
    view: view === USUAL_QUERY.view ? undefined : view,
    ...filters,
    sort: sort === USUAL_QUERY.sort ? undefined : sort,
    order: isReversed ? "reversed" : undefined,
    page: page === 1 ? undefined : String(page),
  };
}

/** A saved view's address without its page, so that the same filter always reads the same. */
export function savedSearch(query: RiskQuery): string {
  const given = Object.entries(riskSearch({ ...query, page: 1 }))
    .flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]]))
    .toSorted(([a], [b]) => a.localeCompare(b, "en"));
  return new URLSearchParams(given).toString();
}

/** The same as `savedSearch`, of what was saved, perhaps by hand or by an older version. */
export function normalSearch(search: string): string {
  return savedSearch(parseRiskQuery(Object.fromEntries(new URLSearchParams(search))));
}

export function withFilter(query: RiskQuery, name: FilterName, value: string | undefined): RiskQuery {
  const { [name]: _gone, ...rest } = query.filters;
  return { ...query, page: 1, filters: value === undefined ? rest : { ...rest, [name]: value } };
}

/** Adds one of several values, or takes it away. */
export function toggled(given: string | undefined, value: string, order: readonly string[]): string | undefined {
  const values = given?.split(",") ?? [];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return order.filter((one) => next.includes(one)).join(",") || undefined;
}

/** The whole list, in its order. */
export function queryRisks(risks: readonly RiskView[], query: RiskQuery, basis: Basis): RiskView[] {
  const { view, sort, isReversed, filters } = query;
  const shown = risks.filter((risk) => isInView(risk, view, basis) && matchesFilters(risk, filters));
  return sortRisks(shown, sort, isReversed);
}

/** What opening the view with the present filters would show. */
export function countView(risks: readonly RiskView[], query: RiskQuery, view: RiskViewName, basis: Basis): number {
  return risks.filter((risk) => isInView(risk, view, basis) && matchesFilters(risk, query.filters)).length;
}

/** How many risks stand in each cell of the matrix, were no cell chosen. */
export function countCells(risks: readonly RiskView[], query: RiskQuery, basis: Basis): Map<string, number> {
  const shown = risks.filter(
    (risk) => isInView(risk, query.view, basis) && matchesFilters(risk, query.filters, "cell"),
  );
  return new Map([...Map.groupBy(shown, cellOf)].map(([cell, own]) => [cell, own.length]));
}

/** The rows of one page, and how many pages there are. */
export function pageOf<T>(rows: readonly T[], page: number): { shown: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  const at = Math.min(page, pages);
  return { shown: rows.slice((at - 1) * PAGE_ROWS, at * PAGE_ROWS), page: at, pages };
}
