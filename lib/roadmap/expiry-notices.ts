import { compareRisks, type RankedRisk } from "./blockers.ts";

export type ExpiryNotice = {
  number: number;
  title: string;
  severity: RankedRisk["severity"];
  treatment: "defer" | "accept";
  /** ISO 8601. */
  expiresAt: string;
  /** `ended`: it counts no more, and a high or critical risk blocks again. */
  state: "ends_soon" | "ended";
  /** Whole days until its end, 0 on the last; negative once it has ended. */
  days: number;
};

const DAY_MS = 86_400_000;
/** How long before its end a decision is said to end soon. */
export const ENDS_SOON_DAYS = 14;

/** The decisions that put a risk off and end within two weeks, or have ended: what ended first comes first. */
export function expiryNotices(risks: readonly RankedRisk[], now: Date): ExpiryNotice[] {
  const ending = risks.flatMap((risk) => {
    const { decision } = risk;
    const isOpen = risk.state === "open" || risk.state === "rechecking";
    if (!isOpen || decision === null || decision.treatment === "fix_now" || decision.expiresAt === null) return [];
    const left = Date.parse(decision.expiresAt) - now.getTime();
    if (left > ENDS_SOON_DAYS * DAY_MS) return [];
    const { number, title, severity } = risk;
    const { treatment, expiresAt } = decision;
    const state = left > 0 ? ("ends_soon" as const) : ("ended" as const);
    return [
      { risk, notice: { number, title, severity, treatment, expiresAt, state, days: Math.floor(left / DAY_MS) } },
    ];
  });
  return ending
    .toSorted((a, b) => Date.parse(a.notice.expiresAt) - Date.parse(b.notice.expiresAt) || compareRisks(a.risk, b.risk))
    .map(({ notice }) => notice);
}
