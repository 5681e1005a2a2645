import { LinkTabs } from "#components/ui/link-tabs.tsx";
import type { RiskView } from "#db/queries/views.ts";
import { BLOCKER_ORDER } from "#lib/roadmap/blockers.ts";
import { paths } from "../paths.ts";
import { countView, queryRisks, RISK_VIEWS, type RiskQuery, riskSearch, VIEW_TITLES } from "./risk-query.ts";
import { RiskTable } from "./risk-table.tsx";

type Props = {
  slug: string;
  /** All of the project's. */
  risks: readonly RiskView[];
  query: RiskQuery;
  openNumber?: number | undefined;
  me: string;
  now: Date;
  hasSheet?: boolean | undefined;
};

/** The filters and the table; it makes room for the sheet beside it on wide screens. */
export function RiskRegister({ slug, risks, query, openNumber, me, now, hasSheet }: Props) {
  const basis = { me, now };
  const rows = queryRisks(risks, query, basis);
  const tabs = RISK_VIEWS.map((view) => ({
    href: paths.risks(slug, riskSearch({ ...query, view })),
    label: VIEW_TITLES[view],
    count: countView(risks, view, basis),
    isCurrent: view === query.view,
  }));
  return (
    <div className={hasSheet ? "xl:mr-[calc(var(--sheet-width)-1.625rem)]" : undefined}>
      <h1 className="sr-only">Risks</h1>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-2.5">
        <LinkTabs label="Which risks" tabs={tabs} />
        {query.sort === "severity" && <p className="text-ink-3 text-xs lg:ml-auto">sorted by {BLOCKER_ORDER}</p>}
      </div>
      <RiskTable slug={slug} risks={rows} query={query} openNumber={openNumber} now={now} isCompact={hasSheet} />
    </div>
  );
}
