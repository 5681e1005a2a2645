import { Row, Rows } from "#components/people/rows.tsx";
import type { FormAction } from "#components/ui/action.ts";
import { Chip } from "#components/ui/chip.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Section } from "#components/ui/section.tsx";
import { Time } from "#components/ui/time.tsx";
import type { MeView } from "#db/queries/get-me.ts";
import { browserName } from "./browser-name.ts";

type Props = {
  sessions: MeView["sessions"];
  currentId: string | undefined;
  signOutEverywhere: FormAction;
};

export function SessionList({ sessions, currentId, signOutEverywhere }: Props) {
  return (
    <Section
      title="Sessions"
      note="Where you are signed in."
      actions={
        <ConfirmDialog
          label="Sign out everywhere"
          size="sm"
          title="Sign out everywhere?"
          description="All your sessions end at once, this one too. API tokens go on working; revoke them one by one."
          confirm="Sign out everywhere"
          action={signOutEverywhere}
        />
      }
    >
      <Rows>
        {sessions.map(({ id, userAgent, createdAt, expiresAt }) => (
          <Row
            key={id}
            title={browserName(userAgent)}
            note={
              <>
                Signed in <Time iso={createdAt} />, ends <Time iso={expiresAt} />
              </>
            }
            actions={id === currentId && <Chip tone="ok">This one</Chip>}
          />
        ))}
      </Rows>
    </Section>
  );
}
