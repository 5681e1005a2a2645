"use client";

import { startTransition } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "#components/ui/menu.tsx";
import { ThemeChoices } from "#components/ui/theme-toggle.tsx";
import { paths } from "../paths.ts";
import { helpHandle, paletteHandle } from "./handles.ts";
import type { ShellUser } from "./shell-views.ts";

type Props = { user: ShellUser; role?: string | undefined; signOut: () => Promise<void> };

/** Who is signed in, and what is theirs; beside it the way to everything else. */
export function UserMenu({ user, role, signOut }: Props) {
  return (
    <div className="flex items-center gap-1 border-line border-t pt-2">
      <Menu
        side="top"
        align="start"
        trigger={
          <Button variant="quiet" className="min-w-0 flex-1 justify-start px-1.5 font-normal">
            <Avatar name={user.name} />
            <span className="truncate">
              {user.name.split(" ")[0]}
              {role !== undefined && ` · ${role}`}
            </span>
          </Button>
        }
      >
        <MenuLink href={paths.projects()}>All projects</MenuLink>
        <MenuLink href={paths.account()}>Your account</MenuLink>
        <MenuItem onClick={() => helpHandle.open(null)}>
          Keyboard shortcuts{" "}
          <span className="ml-auto">
            <Kbd>?</Kbd>
          </span>
        </MenuItem>
        <MenuSeparator />
        <ThemeChoices />
        <MenuSeparator />
        <MenuItem onClick={() => startTransition(signOut)}>Sign out</MenuItem>
      </Menu>
      <Button variant="quiet" size="sm" aria-keyshortcuts="Meta+K Control+K" onClick={() => paletteHandle.open(null)}>
        <span className="sr-only">Search and commands</span>
        <Kbd>⌘K</Kbd>
      </Button>
    </div>
  );
}
