import type { Metadata } from "next";
import { AccountPage } from "#components/account/account-page.tsx";
import { paths } from "#components/paths.ts";
import { PageHeader } from "#components/shell/page-header.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";
import { listTokens } from "#db/queries/list-tokens.ts";
import { getSession, requireCtx } from "#lib/auth/session.ts";
import { changePasswordAction, createTokenAction, revokeTokenAction, signOutEverywhereAction } from "../actions.ts";
import { loadMe } from "../load-me.ts";

export const metadata: Metadata = { title: "Your account" };

export default async function Page() {
  const ctx = await requireCtx(paths.account());
  const [me, tokens, session] = await Promise.all([loadMe(), listTokens(ctx), getSession()]);
  return (
    <>
      <PageHeader crumbs={[{ title: "Projects", href: paths.projects() }, { title: "Your account" }]} />
      <PageTitle title="Your account" />
      <AccountPage
        me={me}
        sessionId={session?.sessionId}
        tokens={tokens.map((token) => ({ ...token, revoke: revokeTokenAction.bind(null, token.id) }))}
        actions={{
          changePassword: changePasswordAction,
          createToken: createTokenAction,
          signOutEverywhere: signOutEverywhereAction,
        }}
      />
    </>
  );
}
