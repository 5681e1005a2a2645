import { day, type Mark, minute } from "#lib/handover/view-words.ts";
import type { Place } from "../place.ts";

/** A deliverable as it is read: the page and its Markdown are both drawn from these. */
export type Cell = {
  text: string;
  /** Told by shape, word and colour; the text stands beside it where it is another. */
  mark?: Mark | undefined;
  place?: Place | undefined;
  /** Below the text, smaller. */
  note?: string | undefined;
  /** What a machine said or wants: wraps anywhere, to be copied as it is. */
  isMono?: boolean | undefined;
  /** ISO 8601 of the moment that the text tells. */
  at?: string | undefined;
};

export type Block =
  | {
      kind: "table";
      title: string;
      note?: string | undefined;
      columns: string[];
      /** The column that names the row; the first, unless said. */
      head?: number | undefined;
      rows: Cell[][];
      /** Said in place of a table without rows. */
      empty: string;
    }
  /** Records to paste into the DNS. */
  | {
      kind: "records";
      title: string;
      note?: string | undefined;
      records: { name: string; type: string; value: string }[];
    }
  /** Left open, to be written in when it is needed. */
  | { kind: "form"; title: string; note: string; fields: string[] };

const NOBODY: Cell = { text: "nobody" };

export function onDay(at: string | null, none = "never"): Cell {
  return at === null ? { text: none } : { text: day(at), at };
}

export function atMinute(at: string): Cell {
  return { text: minute(at), at };
}

export function byRun(number: number | null, none = "none"): Cell {
  return number === null ? { text: none } : { text: `Run ${number}`, place: { kind: "run", number } };
}

export function named(person: { name: string } | null): Cell {
  return person ? { text: person.name } : NOBODY;
}

export function marked(mark: Mark, note?: string): Cell {
  return { text: mark.word, mark, note };
}
