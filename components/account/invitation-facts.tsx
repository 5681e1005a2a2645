import { ROLE_WORDS } from "#components/people/role-words.ts";
import { type Fact, Facts } from "#components/ui/facts.tsx";
import { Time } from "#components/ui/time.tsx";
import type { OpenInvitationView } from "#db/queries/get-invitation.ts";

export function InvitationFacts({ invitation }: { invitation: OpenInvitationView }) {
  const { projectName, role, invitedBy, email, expiresAt } = invitation;
  const facts: Fact[] = [
    { label: "Project", value: projectName },
    { label: "Your role", value: `${role}, who ${ROLE_WORDS[role]}` },
    { label: "For", value: email },
    ...(invitedBy === null ? [] : [{ label: "Invited by", value: invitedBy }]),
    { label: "Ends", value: <Time iso={expiresAt} /> },
  ];
  return <Facts facts={facts} />;
}
