import type { AreaCell, Standing } from "#db/queries/domain-views.ts";
import type { Verdict } from "#lib/audits/types.ts";

/** From good to bad; what nobody could see is neither. */
export const RANKS: Readonly<Partial<Record<Verdict, number>>> = { pass: 0, not_applicable: 0, warn: 1, fail: 2 };

export type Change = "better" | "worse";

/** How an area stands against the run before; `null`: as it was, or not seen both times. */
export function changeOf({ now, before }: AreaCell): Change | null {
  if (now === null || before === null) return null;
  const [to, from] = [RANKS[now.verdict], RANKS[before.verdict]];
  if (to === undefined || from === undefined) return null;
  const by = to - from || now.open - before.open;
  return by === 0 ? null : by < 0 ? "better" : "worse";
}

/** One word for a cell of the table; the shape beside it says how bad. */
export function shortWord(standing: Standing): string {
  if (standing === null) return "not seen";
  switch (standing.verdict) {
    case "pass":
      return "fine";
    case "warn":
    case "fail":
      return standing.open > 1 ? `${standing.open} to mend` : standing.verdict === "fail" ? "fails" : "to mend";
    case "not_applicable":
      return "none";
    case "not_run":
      return "not run";
    default:
      return "unseen";
  }
}
