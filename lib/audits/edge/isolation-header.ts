import type { HeaderLines } from "../parse/headers.ts";
import { headerValues } from "../parse/headers.ts";
import { parseItem } from "../parse/structured-fields.ts";

/** The token of a header that holds one structured item; `null`: browsers ignore it. `undefined`: it is not sent. */
export function tokenOf(headers: HeaderLines, name: string): string | null | undefined {
  const values = headerValues(headers, name);
  if (values.length === 0) return undefined;
  const item = parseItem(values.join(", "));
  return item?.value.type === "token" ? item.value.value : null;
}

export const OPENER = "cross-origin-opener-policy";
export const EMBEDDER = "cross-origin-embedder-policy";
