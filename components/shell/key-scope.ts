const DIALOG = ':is([role="dialog"], [role="alertdialog"]):not([data-ended], [data-closed], [data-toast])';

/** A box that is ticked takes no letters. */
const TYPING = "input:not([type=checkbox], [type=radio]), textarea, select";

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(TYPING));
}

/** Where keys count: the open dialog on top, or else the page. Nowhere while a menu is open. */
export function keyScope(): ParentNode | null {
  if (document.querySelector('[role="menu"], [role="listbox"]')) return null;
  return [...document.querySelectorAll(DIALOG)].at(-1) ?? document;
}

export function findByKeys(scope: ParentNode, keys: string): HTMLElement | null {
  const pressed = CSS.escape(keys);
  return scope.querySelector<HTMLElement>(`[data-keys="${pressed}"], [data-keys-also="${pressed}"]`);
}

/** Whether some sequence starts with this key. */
export function startsSequence(scope: ParentNode, key: string): boolean {
  return scope.querySelector(`[data-keys^="${CSS.escape(key)} "]`) !== null;
}

/** Moves focus up or down the rows of the page. */
export function stepRow(scope: ParentNode, by: 1 | -1): boolean {
  const rows = [...scope.querySelectorAll<HTMLElement>("[data-row]")];
  const active = document.activeElement;
  const at = rows.findIndex((row) => row === active || row.closest("tr, li")?.contains(active));
  const next = at === -1 ? rows[by === 1 ? 0 : rows.length - 1] : rows[at + by];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
  return next !== undefined;
}
