import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { PersonView } from "#db/queries/views.ts";
import { paths } from "../paths.ts";
import { activeFilters, clearedHref } from "./filter-chips.tsx";
import type { RiskQuery } from "./risk-query.ts";
import { VIEW_TITLES } from "./risk-views.ts";

type Props = { slug: string; query: RiskQuery; people: readonly PersonView[]; total: number; canWrite: boolean };

/** Why no row is shown, and the way on. */
export function RegisterEmpty({ slug, query, people, total, canWrite }: Props) {
  const filters = activeFilters(query, people);
  if (total === 0) {
    return (
      <EmptyState
        title="The register is empty"
        action={canWrite && <LinkButton href={paths.newRisk(slug)}>Add a risk</LinkButton>}
      >
        Risks come from what an audit finds, from a scanner's SARIF file, or are added by hand.
      </EmptyState>
    );
  }
  if (filters.length > 0) {
    return (
      <EmptyState
        title={`Nothing in “${VIEW_TITLES[query.view]}” matches`}
        action={<LinkButton href={clearedHref(slug, query)}>Clear filters</LinkButton>}
      >
        {filters.map(({ text }) => text).join(", ")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={`Nothing in “${VIEW_TITLES[query.view]}”`}
      action={
        query.view !== "all" && <LinkButton href={paths.risks(slug, { view: "all" })}>Show all {total}</LinkButton>
      }
    />
  );
}
