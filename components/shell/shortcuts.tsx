"use client";

import { useEffect, useRef } from "react";
import { helpHandle, paletteHandle } from "./handles.ts";
import { findByKeys, isTyping, keyScope, startsSequence, stepRow } from "./key-scope.ts";
import { areShortcutsOn } from "./shortcut-preference.ts";

/** How long the second key of a sequence may take. */
const SEQUENCE_MS = 1000;

/** Clicks the link or button that carries the pressed key as `data-keys`. Single keys can be switched off. */
export function Shortcuts() {
  const first = useRef({ key: "", at: 0 });

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || event.repeat) return;
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        if (paletteHandle.isOpen) paletteHandle.close();
        else if (keyScope() === document) paletteHandle.open(null);
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || !areShortcutsOn()) return;
      const scope = keyScope();
      if (scope && act(scope, event.key)) event.preventDefault();
    }

    function act(scope: ParentNode, key: string): boolean {
      const started = Date.now() - first.current.at < SEQUENCE_MS ? first.current.key : "";
      first.current = { key: "", at: 0 };
      const target = started === "" ? findByKeys(scope, key) : findByKeys(scope, `${started} ${key}`);
      if (target) target.click();
      else if (startsSequence(scope, key)) first.current = { key, at: Date.now() };
      else if (key === "?" && scope === document) helpHandle.open(null);
      else if (key === "j" || key === "k") return stepRow(scope, key === "j" ? 1 : -1);
      else return false;
      return true;
    }

    // On the way down, since dialogs keep the arrow keys to themselves.
    window.addEventListener("keydown", press, true);
    return () => window.removeEventListener("keydown", press, true);
  }, []);

  return null;
}
