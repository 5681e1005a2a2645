import type { RiskView } from "#db/queries/views.ts";
import { ENDS_SOON_DAYS } from "#lib/roadmap/expiry-notices.ts";

export const RISK_VIEWS = ["open", "blocking", "undecided", "mine", "deferred", "expiring", "verified", "all"] as const;
export type RiskViewName = (typeof RISK_VIEWS)[number];

/** Who looks, and when. */
export type Basis = { me: string; now: Date };

export const VIEW_TITLES: Record<RiskViewName, string> = {
  open: "Open",
  blocking: "Blocking",
  undecided: "Undecided",
  mine: "Mine",
  deferred: "Deferred or accepted",
  expiring: "Ending or ended",
  verified: "Verified fixed",
  all: "All",
};

const SOON_MS = ENDS_SOON_DAYS * 24 * 60 * 60 * 1000;

export const isUnsettled = ({ state }: RiskView) => state === "open" || state === "rechecking";

const isPutOff = ({ decision }: RiskView) => decision?.isInForce === true && decision.treatment !== "fix_now";

/** What was put off ends soon or has ended: somebody has to decide anew. */
function isExpiring(risk: RiskView, { now }: Basis): boolean {
  const { decision } = risk;
  if (decision === null || decision.expiresAt === null) return false;
  return isUnsettled(risk) && Date.parse(decision.expiresAt) - now.getTime() <= SOON_MS;
}

const VIEWS: Record<RiskViewName, (risk: RiskView, basis: Basis) => boolean> = {
  open: isUnsettled,
  blocking: ({ isBlocking }) => isBlocking,
  undecided: (risk) => isUnsettled(risk) && !risk.decision?.isInForce,
  mine: (risk, { me }) => isUnsettled(risk) && risk.owner?.id === me,
  deferred: (risk) => isUnsettled(risk) && isPutOff(risk),
  expiring: isExpiring,
  verified: ({ state }) => state === "verified",
  all: () => true,
};

export function isInView(risk: RiskView, view: RiskViewName, basis: Basis): boolean {
  return VIEWS[view](risk, basis);
}
