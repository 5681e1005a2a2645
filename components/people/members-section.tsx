import type { FormAction } from "#components/ui/action.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Section } from "#components/ui/section.tsx";
import { Time } from "#components/ui/time.tsx";
import type { MemberView } from "#db/queries/list-members.ts";
import { RoleMenu } from "./role-menu.tsx";
import { Row, Rows } from "./rows.tsx";

/** The actions are there for those who may manage members. */
type Member = MemberView & { isYou: boolean; changeRole?: FormAction | undefined; remove?: FormAction | undefined };

export function MembersSection({ members }: { members: readonly Member[] }) {
  return (
    <Section title="Members" note="A changed role counts from the next request on.">
      <Rows>
        {members.map((member) => (
          <Row
            key={member.id}
            mark={<Avatar name={member.name} />}
            title={
              <>
                {member.name} {member.isYou && <span className="font-normal text-ink-3">(you)</span>}
              </>
            }
            note={
              <>
                {member.email} · joined <Time iso={member.joinedAt} />
              </>
            }
            actions={<Actions member={member} />}
          />
        ))}
      </Rows>
    </Section>
  );
}

function Actions({ member }: { member: Member }) {
  const { name, role, isYou, changeRole, remove } = member;
  return (
    <>
      {changeRole ? <RoleMenu name={name} role={role} change={changeRole} /> : <Chip>{role}</Chip>}
      {remove && (
        <ConfirmDialog
          label={isYou ? "Leave" : "Remove"}
          size="sm"
          title={isYou ? "Leave this project?" : `Remove ${name}?`}
          description={
            isYou
              ? "You cannot open it any more, until somebody invites you again. What you did stays in its history."
              : `${name} cannot open the project any more, from the next request on. What they did stays in its history.`
          }
          confirm={isYou ? "Leave the project" : `Remove ${name}`}
          action={remove}
        />
      )}
    </>
  );
}
