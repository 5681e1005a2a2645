import type { HeaderLines } from "../parse/headers.ts";
import { headerValues } from "../parse/headers.ts";
import type { Evidence } from "../types.ts";

/** Every line of the named headers, or that there is none. Not for Set-Cookie, whose values are secret. */
export function headerEvidence(headers: HeaderLines, ...names: readonly string[]): Evidence[] {
  const lines = names.flatMap((label) => headerValues(headers, label).map((value) => ({ label, value })));
  return lines.length > 0 ? lines : names.map((label) => ({ label, value: "not sent" }));
}
