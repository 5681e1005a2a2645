import { redirect } from "next/navigation";
import { paths } from "#components/paths.ts";
import { hasUsers } from "#db/queries/has-users.ts";
import { getCtx } from "#lib/auth/session.ts";
import { visitorCtx } from "#lib/auth/visitor.ts";

export default async function RootPage() {
  if (await getCtx()) redirect(paths.projects());
  redirect((await hasUsers(visitorCtx())) ? paths.signIn() : "/setup");
}
