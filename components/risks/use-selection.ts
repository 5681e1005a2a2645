import { useMemo, useState } from "react";

export type Selection = {
  numbers: readonly number[];
  has: (number: number) => boolean;
  toggle: (number: number) => void;
  /** From the row that was chosen last up to this one. */
  extendTo: (number: number) => void;
  toggleAll: () => void;
  clear: () => void;
};

/** Which rows of the page are chosen. A row that leaves the page leaves the selection. */
export function useSelection(rows: readonly number[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [anchor, setAnchor] = useState<number | null>(null);
  return useMemo(() => {
    const numbers = rows.filter((number) => chosen.has(number));
    return {
      numbers,
      has: (number) => chosen.has(number),
      toggle: (number) => {
        setAnchor(number);
        setChosen(new Set(chosen.has(number) ? numbers.filter((other) => other !== number) : [...numbers, number]));
      },
      extendTo: (number) => {
        setChosen(new Set([...numbers, ...between(rows, anchor ?? number, number)]));
        setAnchor(number);
      },
      toggleAll: () => setChosen(new Set(numbers.length === rows.length ? [] : rows)),
      clear: () => setChosen(new Set()),
    };
  }, [rows, chosen, anchor]);
}

/** The part of the list from one to the other, both included, whichever comes first. */
export function between(rows: readonly number[], from: number, to: number): number[] {
  const [a, b] = [rows.indexOf(from), rows.indexOf(to)].toSorted((x, y) => x - y);
  return a === undefined || b === undefined || a < 0 ? [to] : rows.slice(a, b + 1);
}
