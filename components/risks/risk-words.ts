import type { UiMark } from "#components/ui/marks.ts";
import type { DecisionView, RiskView } from "#db/queries/views.ts";
import { day } from "#lib/handover/view-words.ts";

const TREATMENT_WORDS = { fix_now: "Fix now", defer: "Defer", accept: "Accept" } as const;

const TREATMENT_TONES = { fix_now: "bad", defer: "warn", accept: "mute" } as const;

/** The chip of the decision column. */
export function decisionChip(risk: RiskView): { text: string; tone: UiMark["tone"] } {
  if (risk.state === "verified") return { text: "Verified fixed", tone: "ok" };
  if (risk.state === "closed") return { text: "Closed", tone: "mute" };
  if (risk.decision === null) return { text: "Undecided", tone: "mute" };
  const { treatment, isExpired } = risk.decision;
  if (isExpired) return { text: `${TREATMENT_WORDS[treatment]}, expired`, tone: "bad" };
  return { text: TREATMENT_WORDS[treatment], tone: TREATMENT_TONES[treatment] };
}

/** "23 Nov", without the year. */
export const shortDay = (iso: string) => day(iso).replace(/ \d{4}$/, "");

/** "Defer, by Mira, 23 Nov 2026, until 1 Dec 2026". */
export function decisionSentence({ treatment, decider, createdAt, expiresAt, isExpired }: DecisionView): string {
  const end = expiresAt === null ? "" : `, ${isExpired ? "ran out" : "until"} ${day(expiresAt)}`;
  return `${TREATMENT_WORDS[treatment]}, by ${decider?.name ?? "a former member"}, ${day(createdAt)}${end}`;
}
