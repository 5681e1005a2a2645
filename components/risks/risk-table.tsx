import { clsx } from "clsx";
import type { ReactNode } from "react";
import { SortTh, Table, Th } from "#components/ui/table.tsx";
import type { RiskView } from "#db/queries/views.ts";
import { paths } from "../paths.ts";
import type { RegisterMay } from "./register-context.ts";
import { type RiskQuery, riskSearch } from "./risk-query.ts";
import { RiskRow } from "./risk-row.tsx";
import { ariaSort, type RiskSort } from "./risk-sorts.ts";
import { SelectAllBox } from "./select-box.tsx";

type Props = {
  slug: string;
  risks: readonly RiskView[];
  query: RiskQuery;
  openNumber?: number | undefined;
  now: Date;
  may: RegisterMay;
  isCompact?: boolean | undefined;
};

const EXPOSURE = (
  <abbr title="Likelihood × impact, 1 to 5 each" className="no-underline">
    L × I
  </abbr>
);
const COLUMNS: readonly { sort: RiskSort; title: ReactNode; isSecondary?: boolean }[] = [
  { sort: "severity", title: "Severity" },
  { sort: "title", title: "Risk" },
  { sort: "stage", title: "Stage", isSecondary: true },
  { sort: "score", title: EXPOSURE },
  { sort: "owner", title: "Owner" },
  { sort: "decision", title: "Decision" },
  { sort: "due", title: "Due" },
];
const STICKY = "lg:sticky lg:top-0 lg:z-10 bg-bg shadow-[inset_0_-1px_0_var(--line-strong)]";

export function RiskTable({ slug, risks, query, openNumber, now, may, isCompact }: Props) {
  const sorting = (sort: RiskSort) => {
    const isCurrent = query.sort === sort;
    const isReversed = isCurrent && !query.isReversed;
    return {
      href: paths.risks(slug, riskSearch({ ...query, sort, isReversed, page: 1 })),
      sort: isCurrent ? ariaSort(sort, query.isReversed) : ("none" as const),
    };
  };
  return (
    <div className="border-line border-t">
      <Table caption="Risks" hasStickyHead className="max-md:block">
        <thead className="max-md:hidden">
          <tr>
            {may.write && (
              <Th className={clsx(STICKY, "w-9 pr-0 pl-1")}>
                <SelectAllBox />
              </Th>
            )}
            {COLUMNS.map(({ sort, title, isSecondary }) => (
              <SortTh
                key={sort}
                {...sorting(sort)}
                className={clsx(STICKY, isSecondary && "max-xl:hidden", isSecondary && isCompact && "hidden")}
              >
                {title}
              </SortTh>
            ))}
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
              may={may}
              isCompact={isCompact}
            />
          ))}
        </tbody>
      </Table>
    </div>
  );
}
