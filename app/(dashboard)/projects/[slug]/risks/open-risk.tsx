import { load } from "#app/load.ts";
import { paths } from "#components/paths.ts";
import type { ProposalActions } from "#components/risks/proposal-panel.tsx";
import { riskPlace } from "#components/risks/risk-place.ts";
import { queryRisks, type RiskQuery, riskSearch } from "#components/risks/risk-query.ts";
import { RiskSheet } from "#components/risks/risk-sheet.tsx";
import type { Basis } from "#components/risks/risk-views.ts";
import { AutoRefresh } from "#components/ui/auto-refresh.tsx";
import { getRisk } from "#db/queries/get-risk.ts";
import type { MemberView } from "#db/queries/list-members.ts";
import type { RiskDetail, RiskView } from "#db/queries/views.ts";
import { isAllowed, type Permission, type Role } from "#lib/auth/permissions.ts";
import { approveDecisionAction, declineDecisionAction, withdrawDecisionAction } from "../actions/decisions.ts";
import { closeRiskAction, markFixedAction, updateRiskAction } from "../actions/risks.ts";
import { decideAction, registerMay } from "./register-actions.ts";

type Props = {
  slug: string;
  role: Role;
  number: number;
  listing: { risks: readonly RiskView[]; query: RiskQuery; basis: Basis };
  people: readonly MemberView[];
  closeHref: string;
};

/** The sheet of one risk, with the actions that the role allows. */
export async function OpenRisk({ slug, role, number, listing, people, closeHref }: Props) {
  const risk = await load(paths.risk(slug, number), (ctx) => getRisk(ctx, slug, number));
  const may = (permission: Permission) => isAllowed(role, permission);
  const { risks, query, basis } = listing;
  const rows = queryRisks(risks, query, basis);
  const { decide } = registerMay(role);
  return (
    <>
      {risk.state === "rechecking" && <AutoRefresh />}
      <RiskSheet
        slug={slug}
        risk={risk}
        people={people.map(({ id, name }) => ({ id, name }))}
        place={riskPlace(rows, number, (other) => paths.risk(slug, other, riskSearch(query)))}
        closeHref={closeHref}
        now={basis.now.toISOString()}
        actions={{
          markFixed: may("risk.mark_fixed") ? markFixedAction.bind(null, slug, number) : undefined,
          decide: decide === null ? undefined : { action: decideAction(slug, role), isProposal: decide === "propose" },
          close: may("risk.write") ? closeRiskAction.bind(null, slug, number) : undefined,
          update: may("risk.write") ? updateRiskAction.bind(null, slug, number) : undefined,
          proposal: answersTo(risk, { slug, role, me: basis.me, people }),
        }}
      />
    </>
  );
}

type Reader = { slug: string; role: Role; me: string; people: readonly MemberView[] };

/** Who asked may take it back; somebody else may answer, if one of the two is a founder. */
function answersTo({ number, proposal }: RiskDetail, { slug, role, me, people }: Reader): ProposalActions {
  if (proposal === null) return {};
  if (proposal.askedBy?.id === me) return { withdraw: withdrawDecisionAction.bind(null, slug, number, proposal.id) };
  const asker = people.find(({ id }) => id === proposal.askedBy?.id);
  const hasFounder = role === "founder" || asker?.role === "founder";
  if (!isAllowed(role, "risk.second") || !hasFounder) return {};
  return {
    approve: approveDecisionAction.bind(null, slug, number, proposal.id),
    decline: declineDecisionAction.bind(null, slug, number, proposal.id),
  };
}
