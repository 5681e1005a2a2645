import { LinkTabs } from "#components/ui/link-tabs.tsx";
import type { SavedViewView } from "#db/queries/register-views.ts";
import type { RiskView } from "#db/queries/views.ts";
import { paths } from "../paths.ts";
import { countView, normalSearch, type RiskQuery, riskSearch, savedSearch } from "./risk-query.ts";
import { type Basis, RISK_VIEWS, VIEW_TITLES } from "./risk-views.ts";
import { type ViewActions, ViewTools } from "./saved-views.tsx";

type Props = {
  slug: string;
  risks: readonly RiskView[];
  query: RiskQuery;
  basis: Basis;
  views: readonly SavedViewView[];
  viewActions: ViewActions | null;
};

/** The presets with what each would show, then the team's own by name. */
export function ViewTabs({ slug, risks, query, basis, views, viewActions }: Props) {
  const search = savedSearch(query);
  const current = views.find((view) => normalSearch(view.search) === search) ?? null;
  const presets = RISK_VIEWS.map((view) => ({
    href: paths.risks(slug, riskSearch({ ...query, view, page: 1 })),
    label: VIEW_TITLES[view],
    count: countView(risks, query, view, basis),
    isCurrent: current === null && view === query.view,
  }));
  const saved = views.map((view) => ({
    href: `${paths.risks(slug)}?${normalSearch(view.search)}`,
    label: view.name,
    isCurrent: view === current,
  }));
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-2.5">
      <LinkTabs label="Which risks" tabs={[...presets, ...saved]} />
      <ViewTools slug={slug} search={search} current={current} actions={viewActions} />
    </div>
  );
}
