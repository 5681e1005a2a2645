"use client";

import { ChevronDown } from "lucide-react";
import { startTransition, useOptimistic } from "react";
import type { FormAction } from "#components/ui/action.ts";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuChoices } from "#components/ui/menu.tsx";
import { toasts } from "#components/ui/toasts.ts";
import { ROLES, type Role } from "#lib/auth/permissions.ts";
import { ROLE_WORDS } from "./role-words.ts";

const CHOICES = ROLES.map((value) => ({ value, label: `${value}: ${ROLE_WORDS[value]}` }));

/** Shows the new role at once, and the old one again when it is refused. */
export function RoleMenu({ name, role, change }: { name: string; role: Role; change: FormAction }) {
  const [shown, show] = useOptimistic<string>(role);

  function choose(next: string) {
    if (next === shown) return;
    startTransition(async () => {
      show(next);
      const form = new FormData();
      form.set("role", next);
      const result = await change(null, form);
      if (result.ok) toasts.add({ title: result.message ?? "The role is changed." });
      else toasts.add({ title: result.message, type: "error", priority: "high" });
    });
  }

  return (
    <Menu
      trigger={
        <Button size="sm" aria-label={`Role of ${name}: ${shown}`}>
          {shown} <ChevronDown size={12} aria-hidden />
        </Button>
      }
    >
      <MenuChoices label={`Role of ${name}`} value={shown} choices={CHOICES} onChange={choose} />
    </Menu>
  );
}
