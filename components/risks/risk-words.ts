import type { UiMark } from "#components/ui/marks.ts";
import type { DecisionView, RiskView } from "#db/queries/views.ts";
import { day } from "#lib/handover/view-words.ts";

export const TREATMENT_WORDS = { fix_now: "Fix now", defer: "Defer", accept: "Accept" } as const;

const TREATMENT_TONES = { fix_now: "bad", defer: "warn", accept: "mute" } as const;

/** The chip of the decision column. */
export function decisionChip(risk: RiskView): { text: string; tone: UiMark["tone"] } {
  if (risk.state === "verified") return { text: "Verified fixed", tone: "ok" };
  if (risk.state === "closed") return { text: "Closed", tone: "mute" };
  if (risk.proposal !== null) {
    return { text: `${TREATMENT_WORDS[risk.proposal.treatment]}? waits`, tone: "info" };
  }
  if (risk.decision === null) return { text: "Undecided", tone: "mute" };
  const { treatment, isExpired, isInForce } = risk.decision;
  if (isExpired) return { text: `${TREATMENT_WORDS[treatment]}, expired`, tone: "bad" };
  if (!isInForce) return { text: `${TREATMENT_WORDS[treatment]}, by one only`, tone: "bad" };
  return { text: TREATMENT_WORDS[treatment], tone: TREATMENT_TONES[treatment] };
}

export const exposure = ({ likelihood, impact }: Pick<RiskView, "likelihood" | "impact">) => likelihood * impact;

/** "23 Nov", without the year. */
export const shortDay = (iso: string) => day(iso).replace(/ \d{4}$/, "");

/** "Defer, by Mira and Jonas, 23 Nov 2026, until 1 Dec 2026". */
export function decisionSentence(decision: DecisionView): string {
  const { treatment, decider, askedBy, isByTwo, createdAt, decidedAt, expiresAt, isExpired } = decision;
  const end = expiresAt === null ? "" : `, ${isExpired ? "ran out" : "until"} ${day(expiresAt)}`;
  const name = decider?.name ?? "a former member";
  const people = isByTwo && askedBy !== null && askedBy.id !== decider?.id ? `${askedBy.name} and ${name}` : name;
  return `${TREATMENT_WORDS[treatment]}, by ${people}, ${day(decidedAt ?? createdAt)}${end}`;
}

/** Of a risk that is not settled: its due date, or the end of the decision that puts it off. */
export function dueWords({ state, decision, dueAt }: RiskView, now: Date): { text: string; isOverdue: boolean } {
  const said = (text: string, isOverdue = false) => ({ text, isOverdue });
  if (state === "rechecking") return said("re-checking");
  if (decision?.isInForce && decision.treatment !== "fix_now" && decision.expiresAt) {
    return said(`until ${shortDay(decision.expiresAt)}`);
  }
  if (dueAt === null) return said("no date");
  const isOverdue = Date.parse(dueAt) < now.getTime();
  return said(isOverdue ? `overdue, ${shortDay(dueAt)}` : shortDay(dueAt), isOverdue);
}
