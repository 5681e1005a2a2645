"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { startTransition } from "react";
import type { FormAction } from "#components/ui/action.ts";
import { DialogBody } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { THEMES } from "#components/ui/theme-toggle.tsx";
import { toasts } from "#components/ui/toasts.ts";
import type { Command as Entry } from "./commands.ts";
import { paletteHandle } from "./handles.ts";

const ITEM =
  "flex min-h-8.5 cursor-pointer items-center gap-3 rounded-md px-2.5 text-sm data-[selected=true]:bg-sunk pointer-coarse:min-h-11";
const GROUP =
  "[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-ink-3";

/** Every word must be there; a match from the start comes first. */
function rankMatch(value: string, search: string): number {
  const text = value.toLowerCase();
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (!words.every((word) => text.includes(word))) return 0;
  return text.startsWith(words[0] ?? "") ? 1 : 0.5;
}

type Props = { commands: readonly Entry[]; startRun?: FormAction | undefined };

export function CommandPalette({ commands, startRun }: Props) {
  const router = useRouter();
  const { setTheme } = useTheme();

  function after(act: () => void) {
    paletteHandle.close();
    act();
  }

  function run(action: FormAction) {
    startTransition(async () => {
      const result = await action(null, new FormData());
      if (!result.ok) toasts.add({ title: result.message, type: "error", priority: "high" });
    });
  }

  return (
    <Dialog.Root handle={paletteHandle}>
      <DialogBody title="Search and commands" isTitleHidden className="p-0">
        <Command label="Search and commands" filter={rankMatch}>
          <Command.Input
            placeholder="Go to, run, create…"
            className="w-full border-line border-b bg-transparent px-4 py-3 text-base outline-none placeholder:text-ink-3"
          />
          <Command.List className="max-h-[50vh] overflow-y-auto p-1.5">
            <Command.Empty className="px-2.5 py-6 text-ink-3 text-sm">Nothing goes by that name.</Command.Empty>
            {startRun && (
              <Command.Group heading="Do" className={GROUP}>
                <Command.Item className={ITEM} onSelect={() => after(() => run(startRun))}>
                  Run an audit
                  <span className="ml-auto">
                    <Kbd>R</Kbd>
                  </span>
                </Command.Item>
              </Command.Group>
            )}
            {[...Map.groupBy(commands, ({ group }) => group)].map(([group, entries]) => (
              <Command.Group key={group} heading={group} className={GROUP}>
                {entries.map(({ title, href, words = "", keys }) => (
                  <Command.Item
                    key={href}
                    value={`${title} ${words} ${href}`}
                    className={ITEM}
                    onSelect={() => after(() => router.push(href))}
                  >
                    {title}
                    {keys && (
                      <span className="ml-auto flex gap-1">
                        {keys.split(" ").map((key) => (
                          <Kbd key={key}>{key.toUpperCase()}</Kbd>
                        ))}
                      </span>
                    )}
                  </Command.Item>
                ))}
              </Command.Group>
            ))}
            <Command.Group heading="Theme" className={GROUP}>
              {THEMES.map(({ value, label }) => (
                <Command.Item
                  key={value}
                  value={`theme ${label}`}
                  className={ITEM}
                  onSelect={() => after(() => setTheme(value))}
                >
                  Theme: {label.toLowerCase()}
                </Command.Item>
              ))}
            </Command.Group>
          </Command.List>
        </Command>
      </DialogBody>
    </Dialog.Root>
  );
}
