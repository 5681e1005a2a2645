import type { RiskView } from "#db/queries/views.ts";
import { compareRisks } from "#lib/roadmap/blockers.ts";
import { STAGE_IDS } from "#lib/roadmap/ids.ts";
import { isUnsettled } from "./risk-views.ts";
import { decisionChip, exposure } from "./risk-words.ts";

export const RISK_SORTS = ["severity", "title", "stage", "score", "owner", "decision", "due", "age"] as const;
export type RiskSort = (typeof RISK_SORTS)[number];

type Order = {
  /** What `aria-sort` says of the usual direction. */
  usual: "ascending" | "descending";
  compare: (a: RiskView, b: RiskView) => number;
  /** What has no value comes last in both directions. */
  isEmpty?: (risk: RiskView) => boolean;
};

const text = (of: (risk: RiskView) => string) => (a: RiskView, b: RiskView) => of(a).localeCompare(of(b), "en");
const owed = ({ dueAt, decision }: RiskView) => dueAt ?? decision?.expiresAt ?? null;

/** In the usual direction; ties follow the published order of the register. */
const ORDERS: Record<RiskSort, Order> = {
  severity: { usual: "descending", compare: (a, b) => Number(isUnsettled(b)) - Number(isUnsettled(a)) },
  title: { usual: "ascending", compare: text(({ title }) => title) },
  stage: { usual: "ascending", compare: (a, b) => STAGE_IDS.indexOf(a.stage) - STAGE_IDS.indexOf(b.stage) },
  score: { usual: "descending", compare: (a, b) => exposure(b) - exposure(a) },
  owner: {
    usual: "ascending",
    compare: text(({ owner }) => owner?.name ?? ""),
    isEmpty: ({ owner }) => owner === null,
  },
  decision: { usual: "ascending", compare: text((risk) => decisionChip(risk).text) },
  due: {
    usual: "ascending",
    compare: (a, b) => Date.parse(owed(a) ?? "") - Date.parse(owed(b) ?? ""),
    isEmpty: (risk) => owed(risk) === null,
  },
  age: { usual: "ascending", compare: (a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) },
};

export function sortRisks(risks: readonly RiskView[], sort: RiskSort, isReversed: boolean): RiskView[] {
  const { compare, isEmpty = () => false } = ORDERS[sort];
  // Severity is the published order itself, so it turns as a whole.
  const ordered = (a: RiskView, b: RiskView) => compare(a, b) || (sort === "severity" ? compareRisks(a, b) : 0);
  const direction = isReversed ? -1 : 1;
  return risks.toSorted(
    (a, b) =>
      Number(isEmpty(a)) - Number(isEmpty(b)) || (isEmpty(a) ? 0 : direction * ordered(a, b)) || compareRisks(a, b),
  );
}

export function ariaSort(sort: RiskSort, isReversed: boolean): "ascending" | "descending" {
  const { usual } = ORDERS[sort];
  if (!isReversed) return usual;
  return usual === "ascending" ? "descending" : "ascending";
}
