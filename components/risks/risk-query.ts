import type { RiskView } from "#db/queries/views.ts";
import { compareRisks } from "#lib/roadmap/blockers.ts";

export const RISK_VIEWS = ["open", "blocking", "undecided", "mine", "deferred", "expiring", "verified", "all"] as const;
export type RiskViewName = (typeof RISK_VIEWS)[number];
const RISK_SORTS = ["severity", "score", "due", "age"] as const;
export type RiskSort = (typeof RISK_SORTS)[number];

/** What of the register is shown, as the address says it. */
export type RiskQuery = { view: RiskViewName; sort: RiskSort };
type Basis = { me: string; now: Date };

export const VIEW_TITLES: Record<RiskViewName, string> = {
  open: "Open",
  blocking: "Blocking",
  undecided: "Undecided",
  mine: "Mine",
  deferred: "Deferred or accepted",
  expiring: "Expiring soon",
  verified: "Verified fixed",
  all: "All",
};

const SOON_MS = 14 * 24 * 60 * 60 * 1000;

export function parseRiskQuery(search: Record<string, string | string[] | undefined>): RiskQuery {
  return {
    view: RISK_VIEWS.find((view) => view === search.view) ?? "open",
    sort: RISK_SORTS.find((sort) => sort === search.sort) ?? "severity",
  };
}

/** The query as it stands in the address: what is usual is left out. */
export function riskSearch({ view, sort }: RiskQuery) {
  return { view: view === "open" ? undefined : view, sort: sort === "severity" ? undefined : sort };
}

const isOpen = ({ state }: RiskView) => state === "open" || state === "rechecking";

function isShown(risk: RiskView, view: RiskViewName, { me, now }: Basis): boolean {
  const { decision } = risk;
  const isPutOff = decision?.isInForce === true && decision.treatment !== "fix_now";
  switch (view) {
    case "all":
      return true;
    case "open":
      return isOpen(risk);
    case "blocking":
      return risk.isBlocking;
    case "undecided":
      return isOpen(risk) && !decision?.isInForce;
    case "mine":
      return isOpen(risk) && risk.owner?.id === me;
    case "deferred":
      return isOpen(risk) && isPutOff;
    case "expiring":
      return isOpen(risk) && isPutOff && Date.parse(decision.expiresAt ?? "") - now.getTime() < SOON_MS;
    case "verified":
      return risk.state === "verified";
  }
}

const time = (iso: string | null) => (iso === null ? Number.POSITIVE_INFINITY : Date.parse(iso));

const ORDERS: Record<RiskSort, (a: RiskView, b: RiskView) => number> = {
  severity: (a, b) => Number(isOpen(b)) - Number(isOpen(a)) || compareRisks(a, b),
  score: (a, b) => b.likelihood * b.impact - a.likelihood * a.impact || compareRisks(a, b),
  due: (a, b) => (time(a.dueAt) === time(b.dueAt) ? compareRisks(a, b) : time(a.dueAt) - time(b.dueAt)),
  age: (a, b) => time(a.createdAt) - time(b.createdAt) || a.number - b.number,
};

/** The rows of the table, in its order. */
export function queryRisks(risks: readonly RiskView[], { view, sort }: RiskQuery, basis: Basis): RiskView[] {
  return risks.filter((risk) => isShown(risk, view, basis)).toSorted(ORDERS[sort]);
}

export function countView(risks: readonly RiskView[], view: RiskViewName, basis: Basis): number {
  return risks.filter((risk) => isShown(risk, view, basis)).length;
}
