import type { Severity } from "#lib/roadmap/ids.ts";
import { property } from "./properties.ts";
import type { ResultIn, RuleIn } from "./schema.ts";

/** CVSS v3.1 §5, from above; `security-severity` is on its scale in every tool that gives it. */
const BANDS: readonly (readonly [from: number, Severity])[] = [
  [9, "critical"],
  [7, "high"],
  [4, "medium"],
  [0.1, "low"],
  [0, "info"],
];
const BY_LEVEL = new Map<string, Severity>([
  ["error", "high"],
  ["warning", "medium"],
  ["note", "low"],
  ["none", "info"],
]);
/** Where neither the result nor its rule says one (§3.27.10). */
const LEVEL_OTHERWISE = "medium";

export function severityOf(result: ResultIn, rule: RuleIn | null): Severity {
  const score =
    property(result.properties, "security-severity") ?? property(rule?.properties, "security-severity") ?? "";
  const value = score.trim() === "" ? Number.NaN : Number(score);
  const band = BANDS.find(([from]) => value >= from && value <= 10);
  if (band) return band[1];
  // What is still to be judged has the level "none", which says nothing of how bad it would be (§3.27.10).
  const own = (result.kind ?? "fail") === "fail" ? result.level : null;
  return BY_LEVEL.get(own ?? rule?.defaultConfiguration?.level ?? "") ?? LEVEL_OTHERWISE;
}
