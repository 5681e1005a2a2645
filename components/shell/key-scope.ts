const DIALOG = '[role="dialog"]:not([data-ended]), [role="alertdialog"]';

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

/** Where keys count: the open dialog on top, or else the page. Nowhere while a menu is open. */
export function keyScope(): ParentNode | null {
  if (document.querySelector('[role="menu"], [role="listbox"]')) return null;
  return [...document.querySelectorAll(DIALOG)].at(-1) ?? document;
}

export function findByKeys(scope: ParentNode, keys: string): HTMLElement | null {
  return scope.querySelector<HTMLElement>(`[data-keys="${CSS.escape(keys)}"]`);
}

/** Whether some sequence starts with this key. */
export function startsSequence(scope: ParentNode, key: string): boolean {
  return scope.querySelector(`[data-keys^="${CSS.escape(key)} "]`) !== null;
}

/** Moves focus up or down the rows of the page. */
export function stepRow(scope: ParentNode, by: 1 | -1): boolean {
  const rows = [...scope.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = at === -1 ? rows[by === 1 ? 0 : rows.length - 1] : rows[at + by];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
  return next !== undefined;
}
