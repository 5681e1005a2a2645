import { paths, query } from "#components/paths.ts";
import type { FormAction } from "#components/ui/action.ts";
import { ActionButton } from "#components/ui/action-button.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { OpenInvitationView } from "#db/queries/get-invitation.ts";
import { NewAccountForm } from "./new-account-form.tsx";

type Props = {
  invitation: OpenInvitationView;
  /** Who is signed in, if anybody. */
  me: { name: string; email: string } | null;
  /** The invitation's own page, to come back to. */
  here: string;
  join: FormAction;
  leave: FormAction;
};

/** The one next step: join as oneself, change the account, sign in, or make an account. */
export function JoinInvitation({ invitation, me, here, join, leave }: Props) {
  const { email, hasAccount } = invitation;
  if (me?.email === email) {
    return (
      <ActionForm action={join}>
        <SubmitButton size="lg" className="justify-center">
          Join as {me.name}
        </SubmitButton>
      </ActionForm>
    );
  }
  if (me) {
    return (
      <div className="flex flex-col items-start gap-3">
        <p className="text-ink-2">
          You are signed in as {me.email}, and this invitation is for {email}.
        </p>
        <ActionButton action={leave}>Sign out and continue</ActionButton>
      </div>
    );
  }
  if (hasAccount) {
    return (
      <div className="flex flex-col items-start gap-3">
        <p className="text-ink-2">{email} has an account already. Sign in first; you come back here.</p>
        <LinkButton href={paths.signIn() + query({ next: here })} variant="primary" size="lg">
          Sign in first
        </LinkButton>
      </div>
    );
  }
  return <NewAccountForm action={join} email={email} submit="Create the account and join" />;
}
