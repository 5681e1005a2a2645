import { shellQuote } from "./shell-quote.ts";

/** A curl command for exactly this address: braces and brackets in it are curl's own patterns unless it is told otherwise. */
export function curlLine(options: string, url: string): string {
  return `curl ${options} ${/[[\]{}]/.test(url) ? "-g " : ""}${shellQuote(url)}`;
}
