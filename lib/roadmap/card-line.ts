import { clipped } from "./words.ts";

const LINE_CHARACTERS_MAX = 72;

/** What fits on a card. */
export function cardLine(text: string): string {
  return clipped(text, LINE_CHARACTERS_MAX);
}
