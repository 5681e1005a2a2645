import type { TargetFacts } from "../observation.ts";
import { shellQuote } from "../parse/shell-quote.ts";

/** Chromium says in its log what it blocks. */
export function browserLine({ url }: TargetFacts): string {
  return `chromium --headless --enable-logging=stderr --dump-dom ${shellQuote(url)}`;
}
