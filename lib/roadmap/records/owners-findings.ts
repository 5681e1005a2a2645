import { cardLine } from "../card-line.ts";
import type { Decision } from "../status.ts";
import { capitalised, counted, unstopped } from "../words.ts";

/** From the worst to the least; what is missing weighs more than what was fine once, since nobody ever looked at it. */
const LEVELS = ["failing", "unknown", "stale", "warning"] as const;

/** Something that keeps a record from counting in full; `text` is one clause. */
export type Finding = { level: (typeof LEVELS)[number]; text: string };

type Fine = { line: string; why: string };

/** The worst finding decides, so that one more of them can never make it better. */
export function decideByFindings(findings: readonly Finding[], evidenceAt: string | null, fine: Fine): Decision {
  const [worst, ...others] = findings.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  const common = { source: "attested", evidenceAt } as const;
  if (!worst) return { ...common, ...fine, status: "attested", isComplete: true };
  const rest = others.length === 0 ? "" : `, and ${counted(others.length, "thing")} more`;
  return {
    ...common,
    status: worst.level,
    line: cardLine(capitalised(worst.text)),
    why: `${capitalised(unstopped(worst.text))}${rest}.`,
    isComplete: worst.level === "warning",
  };
}

/** A chain is as old as its oldest link. */
export function oldestOf(moments: readonly string[]): string | null {
  return moments.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}
