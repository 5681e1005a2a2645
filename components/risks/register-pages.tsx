import { LinkButton } from "#components/ui/link-button.tsx";
import { paths } from "../paths.ts";
import { PAGE_ROWS, type RiskQuery, riskSearch } from "./risk-query.ts";

type Props = { slug: string; query: RiskQuery; page: number; pages: number; shown: number };

/** "101–200 of 312", with the pages before and after. */
export function RegisterPages({ slug, query, page, pages, shown }: Props) {
  if (pages === 1) return null;
  const href = (to: number) => paths.risks(slug, riskSearch({ ...query, page: to }));
  const first = (page - 1) * PAGE_ROWS + 1;
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-2.5 pt-3 text-ink-3 text-sm">
      <p>
        {first}–{Math.min(page * PAGE_ROWS, shown)} of {shown}
      </p>
      {page > 1 && <LinkButton href={href(page - 1)}>Previous page</LinkButton>}
      {page < pages && <LinkButton href={href(page + 1)}>Next page</LinkButton>}
    </nav>
  );
}
