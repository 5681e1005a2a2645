import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { InputField, SelectField } from "#components/ui/field.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Time } from "#components/ui/time.tsx";
import type { InvitationView } from "#db/queries/list-members.ts";
import { ROLES } from "#lib/auth/permissions.ts";
import { ROLE_WORDS } from "./role-words.ts";
import { Row, Rows } from "./rows.tsx";
import { ShownOnce } from "./shown-once.tsx";

const ROLE_OPTIONS = ROLES.map((value) => ({ value, label: value }));
const ROLE_HINT = ROLES.map((role) => `The ${role} ${ROLE_WORDS[role]}.`).join(" ");

type Invitation = InvitationView & { revoke?: FormAction | undefined };
type Props = { invitations: readonly Invitation[]; invite?: FormAction | undefined };

/** Those that can still be accepted, and a form for one more. */
export function InvitationsSection({ invitations, invite }: Props) {
  if (invitations.length === 0 && !invite) return null;
  return (
    <Section title="Invitations" note="Nothing is mailed: you hand over the link yourself. It works once, for 7 days.">
      {invitations.length > 0 && (
        <Rows>
          {invitations.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} />
          ))}
        </Rows>
      )}
      {invite && (
        <ActionForm action={invite}>
          <div className="flex flex-wrap items-start gap-2.5">
            <div className="min-w-0 flex-1 basis-56">
              <InputField name="email" label="Email" type="email" autoComplete="off" spellCheck={false} required />
            </div>
            <div className="basis-36">
              <SelectField name="role" label="Role" options={ROLE_OPTIONS} defaultValue="engineer" />
            </div>
            <div className="basis-full sm:mt-5.5 sm:basis-auto">
              <SubmitButton variant="secondary" size="lg">
                Invite
              </SubmitButton>
            </div>
          </div>
          <p className="text-ink-3 text-xs">{ROLE_HINT}</p>
          <ShownOnce title="Copy the link and send it. It is not shown again." copyLabel="Copy the link" />
        </ActionForm>
      )}
    </Section>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { email, role, invitedBy, createdAt, expiresAt, revoke } = invitation;
  return (
    <Row
      title={email}
      note={
        <>
          Invited {invitedBy && `by ${invitedBy.name} `}
          <Time iso={createdAt} />, ends <Time iso={expiresAt} />
        </>
      }
      actions={
        <>
          <Chip>{role}</Chip>
          {revoke && (
            <ConfirmDialog
              label="Withdraw"
              size="sm"
              title={`Withdraw the invitation of ${email}?`}
              description="The link stops working at once. You can invite the same address again."
              confirm="Withdraw the invitation"
              action={revoke}
            />
          )}
        </>
      }
    />
  );
}
