import type { CheckView, RiskView, RunState } from "#db/queries/views.ts";
import { type Mark, RISK_STATE_WORDS, SEVERITY_MARKS, STATUS_MARKS } from "#lib/handover/view-words.ts";

/** State on screen: what a pack prints, and the two states that only a screen knows. */
export type UiMark = {
  shape: Mark["shape"] | "recheck" | "spinner";
  tone: Mark["tone"] | "info";
  word: string;
};

export const RECHECKING: UiMark = { shape: "recheck", tone: "info", word: "Checking again" };
export const WAITING: UiMark = { shape: "ring", tone: "mute", word: "Waiting" };
export const WORKING: UiMark = { shape: "spinner", tone: "mute", word: "Working" };

export const RUN_MARKS: Record<RunState, UiMark> = {
  queued: { shape: "ring", tone: "mute", word: "Queued" },
  running: { shape: "spinner", tone: "info", word: "Running" },
  finished: { shape: "check", tone: "ok", word: "Finished" },
  cancelled: { shape: "dash", tone: "mute", word: "Cancelled" },
  failed: { shape: "cross", tone: "bad", word: "Failed" },
};

export function checkMark(check: Pick<CheckView, "status" | "isRechecking">): UiMark {
  return check.isRechecking ? RECHECKING : STATUS_MARKS[check.status];
}

/** The severity while the risk stands; what became of it afterwards. */
export function riskMark(risk: Pick<RiskView, "state" | "severity">): UiMark {
  if (risk.state === "rechecking") return RECHECKING;
  if (risk.state === "open") return SEVERITY_MARKS[risk.severity];
  return { shape: "check", tone: risk.state === "verified" ? "ok" : "mute", word: RISK_STATE_WORDS[risk.state] };
}

export const TONE_TEXT: Record<UiMark["tone"], string> = {
  ok: "text-ok",
  warn: "text-warn",
  bad: "text-bad",
  info: "text-info",
  mute: "text-ink-3",
};
