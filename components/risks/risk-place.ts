import type { RiskView } from "#db/queries/views.ts";

/** Where a risk stands in the list, with the addresses of its neighbours. */
export function riskPlace(rows: readonly RiskView[], number: number, hrefOf: (number: number) => string) {
  const index = rows.findIndex((risk) => risk.number === number);
  const href = (risk: RiskView | undefined) => (risk ? hrefOf(risk.number) : null);
  const isListed = index !== -1;
  return {
    index,
    total: rows.length,
    previousHref: isListed && index > 0 ? href(rows[index - 1]) : null,
    nextHref: isListed ? href(rows[index + 1]) : href(rows[0]),
  };
}
