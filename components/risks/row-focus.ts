const ROW = "[data-risk]";
const ROW_LINK = "[data-row]";

/** Where the reader was last, by place, since the row itself may go; null until they were in the list. */
let lastPlace: number | null = null;

const rowLinks = () => [...document.querySelectorAll<HTMLElement>(`${ROW} ${ROW_LINK}`)];

export function rowElement(number: number): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-risk="${number}"]`);
}

/** The number of the row that has the focus, on itself or on something in it. */
export function focusedRow(): number | null {
  const row = document.activeElement?.closest<HTMLElement>(ROW);
  return row ? Number(row.dataset.risk) : null;
}

export function rememberRow(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement)) return;
  const link = target.closest(ROW)?.querySelector<HTMLElement>(ROW_LINK);
  if (link) lastPlace = rowLinks().indexOf(link);
}

export function forgetRow(): void {
  lastPlace = null;
}

/** The row where the reader was, or the one that took its place. */
export function rowToFocus(): HTMLElement | null {
  const links = rowLinks();
  return links[Math.min(lastPlace ?? 0, links.length - 1)] ?? null;
}

/** Gives focus back to somebody who was in the list, when what had it is gone. */
export function restoreFocus(): void {
  if (lastPlace !== null && document.activeElement === document.body) rowToFocus()?.focus();
}
