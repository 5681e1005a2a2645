import Link from "next/link";
import type { ReactNode } from "react";
import type { FormAction } from "#components/ui/action.ts";
import { paths } from "../paths.ts";
import { Brand } from "./brand.tsx";
import { CommandPalette } from "./command-palette.tsx";
import { commandsFor } from "./commands.ts";
import { MobileBar } from "./mobile-bar.tsx";
import { NavLink } from "./nav-link.tsx";
import { ProjectNav } from "./project-nav.tsx";
import type { ShellProject, ShellUser } from "./shell-views.ts";
import { Shortcuts } from "./shortcuts.tsx";
import { ShortcutsHelp } from "./shortcuts-help.tsx";
import { MAIN_ID, SkipLink } from "./skip-link.tsx";
import { UserMenu } from "./user-menu.tsx";

type Props = {
  user: ShellUser;
  /** Null outside of a project. */
  project: ShellProject | null;
  signOut: () => Promise<void>;
  /** For those who may start one; it redirects to the new run. */
  startRun?: FormAction | undefined;
  children: ReactNode;
};

/** The frame of every page for people who are signed in. */
export function AppShell({ user, project, signOut, startRun, children }: Props) {
  const name = project?.name ?? "Launch Ready";
  const nav = project ? (
    <ProjectNav project={project} />
  ) : (
    <nav aria-label="Main" className="flex flex-col gap-0.5">
      <NavLink href={paths.projects()} keys="g p" keysLabel="Go to projects">
        Projects
      </NavLink>
      <NavLink href={paths.account()}>Your account</NavLink>
    </nav>
  );
  const foot = <UserMenu user={user} role={project?.role} signOut={signOut} />;
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[216px_minmax(0,1fr)] print:block">
      <SkipLink />
      <MobileBar name={name}>
        {nav}
        <div className="mt-auto pt-4">{foot}</div>
      </MobileBar>
      <aside className="sticky top-0 hidden h-dvh flex-col overflow-y-auto border-line border-r px-2.5 pt-3.5 pb-2 lg:flex print:hidden">
        <Link href={project ? paths.board(project.slug) : paths.projects()} className="mb-2 rounded-md px-2 py-1.5">
          <Brand name={name} />
        </Link>
        {nav}
        <div className="mt-auto pt-4">{foot}</div>
      </aside>
      <main id={MAIN_ID} tabIndex={-1} className="min-w-0 px-4 pt-3.5 pb-10 sm:px-6.5 lg:pt-4.5 print:p-0">
        {children}
      </main>
      <CommandPalette commands={commandsFor(project)} startRun={startRun} />
      <ShortcutsHelp />
      <Shortcuts />
    </div>
  );
}
