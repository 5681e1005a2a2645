import type { Metadata } from "next";
import { openByLink } from "#app/open-by-link.ts";
import { InvitationFacts } from "#components/account/invitation-facts.tsx";
import { JoinInvitation } from "#components/account/join-invitation.tsx";
import { paths } from "#components/paths.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { getInvitation } from "#db/queries/get-invitation.ts";
import { getMe } from "#db/queries/get-me.ts";
import { getCtx } from "#lib/auth/session.ts";
import { AppError } from "#lib/errors.ts";
import { acceptInvitationAction, leaveForInvitationAction } from "../../actions.ts";

// The address is the invitation: it must not reach another site as a referrer.
export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

type Props = { params: Promise<{ token: string }> };

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const [invitation, ctx] = await Promise.all([openInvitation(token), getCtx()]);
  if (!invitation) {
    return (
      <div>
        <PageTitle title="This invitation is over">
          It was accepted, withdrawn or has expired. Ask whoever sent it for a new one.
        </PageTitle>
        <LinkButton href={paths.projects()}>Go to your projects</LinkButton>
      </div>
    );
  }
  const me = ctx && (await getMe(ctx));
  return (
    <>
      <div>
        <PageTitle title={`Join ${invitation.projectName}`} />
        <InvitationFacts invitation={invitation} />
      </div>
      <JoinInvitation
        invitation={invitation}
        me={me}
        here={`/invite/${encodeURIComponent(token)}`}
        join={acceptInvitationAction.bind(null, token)}
        leave={leaveForInvitationAction.bind(null, token)}
      />
    </>
  );
}

/** Null once it can no longer be accepted, and for whoever guesses. */
async function openInvitation(token: string) {
  try {
    return await openByLink((ctx) => getInvitation(ctx, token));
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
