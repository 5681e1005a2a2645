import { clsx } from "clsx";
import { SortTh, Table, Th } from "#components/ui/table.tsx";
import type { RiskView } from "#db/queries/views.ts";
import { paths } from "../paths.ts";
import { type RiskQuery, type RiskSort, riskSearch } from "./risk-query.ts";
import { RiskRow } from "./risk-row.tsx";

type Props = {
  slug: string;
  risks: readonly RiskView[];
  query: RiskQuery;
  openNumber?: number | undefined;
  now: Date;
  isCompact?: boolean | undefined;
};

export function RiskTable({ slug, risks, query, openNumber, now, isCompact }: Props) {
  const sorting = (sort: RiskSort, order: "ascending" | "descending") => ({
    href: paths.risks(slug, riskSearch({ ...query, sort })),
    sort: query.sort === sort ? order : ("none" as const),
  });
  return (
    <div className="border-line border-t">
      <Table caption="Risks" className="max-md:block">
        <thead className="max-md:hidden">
          <tr>
            <SortTh {...sorting("severity", "descending")}>Severity</SortTh>
            <Th>Risk</Th>
            <Th className={clsx("max-xl:hidden", isCompact && "hidden")}>Stage</Th>
            <SortTh {...sorting("score", "descending")}>
              <abbr title="Likelihood × impact, 1 to 5 each" className="no-underline">
                L × I
              </abbr>
            </SortTh>
            <Th>Owner</Th>
            <Th>Decision</Th>
            <SortTh {...sorting("due", "ascending")}>Due</SortTh>
          </tr>
        </thead>
        <tbody className="max-md:block">
          {risks.map((risk) => (
            <RiskRow
              key={risk.id}
              risk={risk}
              href={paths.risk(slug, risk.number, riskSearch(query))}
              isOpen={risk.number === openNumber}
              now={now}
              isCompact={isCompact}
            />
          ))}
          {risks.length === 0 && (
            <tr className="max-md:block">
              <td colSpan={7} className="px-2.5 py-8 text-center text-ink-3 max-md:block">
                Nothing here. Risks come from failing results of an audit, or are added by hand.
              </td>
            </tr>
          )}
        </tbody>
      </Table>
    </div>
  );
}
