"use client";

import { setShortcutsOn, useShortcutsOn } from "./shortcut-preference.ts";

/** Kept in this browser. ⌘K works in either case. */
export function ShortcutSwitch() {
  const isOn = useShortcutsOn();
  return (
    <label className="flex min-h-8 items-center gap-2 text-sm">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        checked={isOn}
        onChange={(event) => setShortcutsOn(event.currentTarget.checked)}
      />
      Single-key shortcuts
    </label>
  );
}
