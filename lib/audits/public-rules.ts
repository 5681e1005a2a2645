import type { PartName } from "./observation.ts";
import { RULES } from "./registry.ts";
import type { AnyRule } from "./rule.ts";

/** What takes a browser, or what only the team of a product knows. */
const NOT_FOR_STRANGERS: ReadonlySet<PartName> = new Set(["browser", "oldUrls"]);

/** The rules that a look from outside can answer for somebody who is not known. */
export const PUBLIC_RULES: readonly AnyRule[] = RULES.filter(
  ({ needs }) => !needs.some((part) => NOT_FOR_STRANGERS.has(part)),
);

/** The probes that they need. */
export const PUBLIC_PARTS: readonly PartName[] = [...new Set(PUBLIC_RULES.flatMap(({ needs }) => needs))];
