import { load } from "#app/load.ts";
import { CheckSheet } from "#components/board/check-sheet.tsx";
import { paths } from "#components/paths.ts";
import { getCheck } from "#db/queries/get-check.ts";
import { listMembers } from "#db/queries/list-members.ts";
import { isAllowed, type Permission, type Role } from "#lib/auth/permissions.ts";
import type { CheckId } from "#lib/roadmap/ids.ts";
import {
  attestAction,
  setCheckOwnerAction,
  setNotApplicableAction,
  withdrawAttestationAction,
} from "./actions/checks.ts";
import { checkAgainAction } from "./actions/runs.ts";

type Props = { slug: string; role: Role; checkId: CheckId; closeHref: string };

/** The sheet of one check, with the actions that the role allows. */
export async function OpenCheck({ slug, role, checkId, closeHref }: Props) {
  const may = (permission: Permission) => isAllowed(role, permission);
  const { check, people, today } = await load(paths.board(slug, { check: checkId }), async (ctx) => ({
    check: await getCheck(ctx, slug, checkId),
    people: may("member.read") ? (await listMembers(ctx, slug)).members : [],
    today: ctx.now.toISOString().slice(0, 10),
  }));
  return (
    <CheckSheet
      slug={slug}
      check={check}
      people={people}
      closeHref={closeHref}
      today={today}
      canOverride={may("attestation.override")}
      canAddRisk={may("risk.write")}
      actions={{
        checkAgain: may("run.start") ? checkAgainAction.bind(null, slug, checkId) : undefined,
        attest: may("attestation.write") ? attestAction.bind(null, slug, checkId) : undefined,
        withdrawAttestation: may("attestation.write") ? withdrawAttestationAction.bind(null, slug) : undefined,
        setOwner: may("check.update") ? setCheckOwnerAction.bind(null, slug, checkId) : undefined,
        setNotApplicable: may("check.exclude") ? setNotApplicableAction.bind(null, slug, checkId) : undefined,
      }}
    />
  );
}
