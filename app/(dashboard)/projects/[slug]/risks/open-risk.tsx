import { load } from "#app/load.ts";
import { paths } from "#components/paths.ts";
import { riskPlace } from "#components/risks/risk-place.ts";
import { queryRisks, type RiskQuery, riskSearch } from "#components/risks/risk-query.ts";
import { RiskSheet } from "#components/risks/risk-sheet.tsx";
import { AutoRefresh } from "#components/ui/auto-refresh.tsx";
import { getRisk } from "#db/queries/get-risk.ts";
import type { PersonView, RiskView } from "#db/queries/views.ts";
import { isAllowed, type Permission, type Role } from "#lib/auth/permissions.ts";
import { closeRiskAction, decideRiskAction, markFixedAction, updateRiskAction } from "../actions/risks.ts";

type Props = {
  slug: string;
  role: Role;
  number: number;
  listing: { risks: readonly RiskView[]; query: RiskQuery; me: string; now: Date };
  people: readonly PersonView[];
  closeHref: string;
};

/** The sheet of one risk, with the actions that the role allows. */
export async function OpenRisk({ slug, role, number, listing, people, closeHref }: Props) {
  const risk = await load(paths.risk(slug, number), (ctx) => getRisk(ctx, slug, number));
  const may = (permission: Permission) => isAllowed(role, permission);
  const { risks, query, me, now } = listing;
  const rows = queryRisks(risks, query, { me, now });
  const update = may("risk.write") ? updateRiskAction.bind(null, slug, number) : undefined;
  return (
    <>
      {risk.state === "rechecking" && <AutoRefresh />}
      <RiskSheet
        slug={slug}
        risk={risk}
        people={people}
        place={riskPlace(rows, number, (other) => paths.risk(slug, other, riskSearch(query)))}
        closeHref={closeHref}
        actions={{
          markFixed: may("risk.mark_fixed") ? markFixedAction.bind(null, slug, number) : undefined,
          decide: may("risk.decide") ? decideRiskAction.bind(null, slug, number) : undefined,
          close: may("risk.write") ? closeRiskAction.bind(null, slug, number) : undefined,
          setOwner: update,
          update,
        }}
      />
    </>
  );
}
