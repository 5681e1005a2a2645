import type { ReactNode } from "react";
import { load, loadBoard } from "#app/load.ts";
import { paths } from "#components/paths.ts";
import { AppShell } from "#components/shell/app-shell.tsx";
import { getMe } from "#db/queries/get-me.ts";
import { isAllowed } from "#lib/auth/permissions.ts";
import { signOutAction } from "../../(home)/actions.ts";
import { startRunAction } from "./actions/runs.ts";

export default async function ProjectLayout({
  params,
  children,
}: {
  params: Promise<{ slug: string }>;
  children: ReactNode;
}) {
  const { slug } = await params;
  const board = await loadBoard(slug);
  const { name: userName, email } = await load(paths.board(slug), getMe);
  const { name, role } = board.project;
  return (
    <AppShell
      user={{ name: userName, email }}
      project={{ slug, name, role, blockers: board.blockersTotal, stages: board.stages }}
      signOut={signOutAction}
      startRun={isAllowed(role, "run.start") ? startRunAction.bind(null, slug) : undefined}
    >
      {children}
    </AppShell>
  );
}
