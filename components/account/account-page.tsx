import { ShortcutSwitch } from "#components/shell/shortcut-switch.tsx";
import type { FormAction } from "#components/ui/action.ts";
import { Facts } from "#components/ui/facts.tsx";
import { Section } from "#components/ui/section.tsx";
import { Time } from "#components/ui/time.tsx";
import type { MeView } from "#db/queries/get-me.ts";
import type { TokenView } from "#db/queries/list-tokens.ts";
import { PasswordForm } from "./password-form.tsx";
import { SessionList } from "./session-list.tsx";
import { ThemeSetting } from "./theme-setting.tsx";
import { TokenList } from "./token-list.tsx";

type Props = {
  me: MeView;
  /** The one that the page is shown in. */
  sessionId: string | undefined;
  tokens: readonly (TokenView & { revoke: FormAction })[];
  actions: { changePassword: FormAction; createToken: FormAction; signOutEverywhere: FormAction };
};

/** What belongs to the person and to no project. */
export function AccountPage({ me, sessionId, tokens, actions }: Props) {
  return (
    <div className="flex max-w-3xl flex-col gap-9">
      <Section title="You">
        <Facts
          facts={[
            { label: "Name", value: me.name },
            { label: "Email", value: me.email },
            { label: "Since", value: <Time iso={me.createdAt} /> },
            ...(me.isOwner ? [{ label: "Installation", value: "Owner: you can create projects" }] : []),
          ]}
        />
      </Section>
      <PasswordForm action={actions.changePassword} email={me.email} />
      <SessionList sessions={me.sessions} currentId={sessionId} signOutEverywhere={actions.signOutEverywhere} />
      <TokenList tokens={tokens} create={actions.createToken} />
      <Section title="Theme" note="In this browser.">
        <ThemeSetting />
      </Section>
      <Section title="Keyboard" note="In this browser. Press ? anywhere to see what a page offers.">
        <ShortcutSwitch />
      </Section>
    </div>
  );
}
