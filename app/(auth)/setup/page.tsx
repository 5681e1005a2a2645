import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NewAccountForm } from "#components/account/new-account-form.tsx";
import { paths } from "#components/paths.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { hasUsers } from "#db/queries/has-users.ts";
import { visitorCtx } from "#lib/auth/visitor.ts";
import { createOwnerAction } from "../actions.ts";

export const metadata: Metadata = { title: "Set up" };

export default async function SetupPage() {
  if (await hasUsers(visitorCtx())) redirect(paths.signIn());
  return (
    <div>
      <PageTitle title="Set up Launch Ready">
        The first account owns this installation: it can create projects and invite everybody else.
      </PageTitle>
      <NewAccountForm action={createOwnerAction} submit="Create the account" />
    </div>
  );
}
