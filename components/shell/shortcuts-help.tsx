"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useState } from "react";
import { DialogBody } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { helpHandle } from "./handles.ts";
import { ShortcutSwitch } from "./shortcut-switch.tsx";

type Row = { keys: string; label: string };

const ALWAYS: readonly Row[] = [
  { keys: "⌘K", label: "Search and commands (Ctrl K)" },
  { keys: "?", label: "This help" },
  { keys: "j k", label: "Next and previous row of a list" },
  { keys: "Esc", label: "Close what is open" },
];

/** What the page offers right now, read from the page itself. */
function pageRows(): Row[] {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-keys]")].map((element) => {
    const keys = element.dataset.keys ?? "";
    return { keys, label: element.dataset.keysLabel ?? element.ariaLabel ?? element.textContent.trim() };
  });
  return [...new Map(rows.map((row) => [row.keys, row])).values()];
}

export function ShortcutsHelp() {
  const [rows, setRows] = useState<Row[]>([]);
  return (
    <Dialog.Root handle={helpHandle} onOpenChange={(isOpen) => isOpen && setRows(pageRows())}>
      <DialogBody title="Keyboard shortcuts">
        <dl className="mb-4 grid grid-cols-[1fr_auto] gap-y-1 text-sm">
          {[...rows, ...ALWAYS].map(({ keys, label }) => (
            <div key={keys} className="col-span-2 grid min-h-7 grid-cols-subgrid items-center border-line border-b">
              <dt>{label}</dt>
              <dd className="flex gap-1">
                <span className="sr-only">{keys}</span>
                {keys.split(" ").map((key) => (
                  <Kbd key={key}>{key.length === 1 ? key.toUpperCase() : key}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <ShortcutSwitch />
      </DialogBody>
    </Dialog.Root>
  );
}
