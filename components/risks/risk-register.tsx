import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { SavedViewView } from "#db/queries/register-views.ts";
import type { PersonView, RiskView } from "#db/queries/views.ts";
import { STAGES } from "#lib/roadmap/stages.ts";
import { CHECK_OPTIONS } from "./check-options.ts";
import { Disclosure } from "./disclosure.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { KeyLegend } from "./key-legend.tsx";
import { Register, type RegisterActions } from "./register.tsx";
import type { RegisterMay } from "./register-context.ts";
import { RegisterEmpty } from "./register-empty.tsx";
import { RegisterPages } from "./register-pages.tsx";
import { sourceOf } from "./risk-filters.ts";
import { RiskMatrix } from "./risk-matrix.tsx";
import { countCells, pageOf, queryRisks, type RiskQuery } from "./risk-query.ts";
import { RiskTable } from "./risk-table.tsx";
import { type Basis, isUnsettled } from "./risk-views.ts";
import type { ViewActions } from "./saved-views.tsx";
import { ViewTabs } from "./view-tabs.tsx";

type Props = {
  slug: string;
  /** All of the project's. */
  risks: readonly RiskView[];
  query: RiskQuery;
  basis: Basis;
  people: readonly PersonView[];
  views: readonly SavedViewView[];
  may: RegisterMay;
  actions: RegisterActions;
  viewActions: ViewActions | null;
  openNumber?: number | undefined;
  /** Lines above it all. */
  notices?: ReactNode;
};

/** The filters and the table; it makes room for the sheet beside it on wide screens. */
export function RiskRegister(props: Props) {
  const { slug, risks, query, basis, people, may, actions, openNumber, notices } = props;
  const rows = queryRisks(risks, query, basis);
  const { shown, page, pages } = pageOf(rows, query.page);
  const hasSheet = openNumber !== undefined;
  return (
    <div className={clsx("pb-14", hasSheet && "xl:mr-[calc(var(--sheet-width)-1.625rem)]")}>
      <h1 className="sr-only">Risks</h1>
      {notices}
      <ViewTabs {...props} />
      <FilterBar slug={slug} query={query} choices={choicesOf(risks, people)}>
        <Disclosure label="Likelihood × impact" isOpenFirst={query.filters.cell !== undefined}>
          <RiskMatrix slug={slug} query={query} counts={countCells(risks, query, basis)} />
        </Disclosure>
      </FilterBar>
      <FilterChips slug={slug} query={query} people={people} shown={rows.length} total={risks.length} />
      <Register
        rows={shown.map(factsOf)}
        people={people}
        may={may}
        actions={actions}
        now={basis.now.toISOString()}
        openNumber={openNumber}
      >
        {rows.length === 0 ? (
          <RegisterEmpty slug={slug} query={query} people={people} total={risks.length} canWrite={may.write} />
        ) : (
          <RiskTable
            slug={slug}
            risks={shown}
            query={query}
            openNumber={openNumber}
            now={basis.now}
            may={may}
            isCompact={hasSheet}
          />
        )}
      </Register>
      {rows.length > 0 && may.write && <KeyLegend />}
      <RegisterPages slug={slug} query={query} page={page} pages={pages} shown={rows.length} />
    </div>
  );
}

function choicesOf(risks: readonly RiskView[], people: readonly PersonView[]) {
  const owners = new Map([...people, ...risks.flatMap(({ owner }) => owner ?? [])].map(({ id, name }) => [id, name]));
  return {
    stages: STAGES.map(({ id, order, shortTitle }) => ({ value: id, label: `${order} ${shortTitle}` })),
    checks: CHECK_OPTIONS,
    people: [...owners].map(([id, name]) => ({ id, name })),
    sources: [...new Set(risks.map(sourceOf))].toSorted(),
  };
}

function factsOf(risk: RiskView) {
  const { number, title, severity, likelihood, impact, isManual, dueAt, owner } = risk;
  const isCheckable = risk.state === "open" && !isManual && risk.tool === null && risk.targetUrl !== null;
  const known = { number, title, severity, likelihood, impact, isManual, dueAt, owner };
  return { ...known, isUnsettled: isUnsettled(risk), isCheckable };
}
