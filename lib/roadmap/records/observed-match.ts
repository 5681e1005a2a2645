import { SAME_PROVIDER } from "./observed-tables.ts";
import type { ProviderKind, Records } from "./types.ts";

export type Observed = Records["observed"][number];
export type Comparison = { state: "same" | "differs" | "not_observed"; seen: Observed | null };

/**
 * What the team says against what was seen from outside. Where two providers answer for one thing, as with a second
 * DNS, either will do.
 */
export function compareProvider(kind: ProviderKind, declared: string, observed: readonly Observed[]): Comparison {
  const own = observed.filter((one) => one.kind === kind);
  const same = own.find(({ provider }) => isSameProvider(declared, provider));
  if (same) return { state: "same", seen: same };
  return own[0] ? { state: "differs", seen: own[0] } : { state: "not_observed", seen: null };
}

/** "AWS" and "Amazon Route 53" are one provider; so are "Cloudflare (free plan)" and "Cloudflare". */
export function isSameProvider(a: string, b: string): boolean {
  const [left, right] = [plain(a), plain(b)];
  if (left === "" || right === "") return false;
  if (holds(left, right) || holds(right, left)) return true;
  return SAME_PROVIDER.some((names) => [left, right].every((text) => names.some((name) => holds(text, name))));
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Whole words only: "Fly" is not in "Flywheel". */
function holds(text: string, name: string): boolean {
  return ` ${text} `.includes(` ${name} `);
}
