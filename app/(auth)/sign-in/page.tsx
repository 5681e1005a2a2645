import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { DemoSignIns } from "#components/account/demo-sign-ins.tsx";
import { SignInForm } from "#components/account/sign-in-form.tsx";
import { paths } from "#components/paths.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { hasUsers } from "#db/queries/has-users.ts";
import { getCtx } from "#lib/auth/session.ts";
import { visitorCtx } from "#lib/auth/visitor.ts";
import { env } from "#lib/env.ts";
import { demoSignInAction, signInAction } from "../actions.ts";
import { afterSignIn } from "../after-sign-in.ts";
import { demoPeople } from "../demo-people.ts";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const next = afterSignIn([(await searchParams).next].flat()[0]);
  if (await getCtx()) redirect(next);
  if (!(await hasUsers(visitorCtx()))) redirect("/setup");
  const people = demoPeople().map(({ name, role, email }) => ({
    name,
    role,
    signIn: demoSignInAction.bind(null, email),
  }));
  return (
    <>
      <div>
        <PageTitle title="Sign in" />
        <SignInForm action={signInAction} next={next} />
      </div>
      {people.length > 0 && <DemoSignIns people={people} next={next} labUrl={env().DEMO_LAB_URL} />}
      {env().PUBLIC_TOOLS === "on" && (
        <p className="text-ink-2 text-sm">
          No account?{" "}
          <Link href={paths.tools()} className="underline underline-offset-2 hover:text-ink">
            Free tools
          </Link>{" "}
          need none.
        </p>
      )}
    </>
  );
}
