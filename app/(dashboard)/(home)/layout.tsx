import type { ReactNode } from "react";
import { AppShell } from "#components/shell/app-shell.tsx";
import { getCtx } from "#lib/auth/session.ts";
import { signOutAction } from "./actions.ts";
import { loadMe } from "./load-me.ts";

export default async function HomeLayout({ children }: { children: ReactNode }) {
  // Only the page knows its address, so it is the page that leads to the sign-in page and back.
  if (!(await getCtx())) return children;
  const { name, email } = await loadMe();
  return (
    <AppShell user={{ name, email }} project={null} signOut={signOutAction}>
      {children}
    </AppShell>
  );
}
