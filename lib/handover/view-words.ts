import type { Verdict } from "#lib/audits/types.ts";
import type { GateState } from "#lib/roadmap/gate.ts";
import type { CheckStatus } from "#lib/roadmap/status.ts";
import type { HandoverModel } from "./model.ts";

/** State is told by shape, word and colour together. Renderers draw the shapes and choose the colours. */
export type Mark = { shape: Shape; tone: Tone; word: string };
export type Shape = "check" | "triangle" | "cross" | "ring" | "clock" | "dash" | "person";
type Tone = "ok" | "warn" | "bad" | "mute";

const mark = (shape: Shape, tone: Tone, word: string): Mark => ({ shape, tone, word });

export const STATUS_MARKS: Record<CheckStatus, Mark> = {
  verified: mark("check", "ok", "Verified"),
  attested: mark("person", "ok", "Attested"),
  warning: mark("triangle", "warn", "Warning"),
  failing: mark("cross", "bad", "Failing"),
  unknown: mark("ring", "mute", "No evidence"),
  stale: mark("clock", "warn", "Stale"),
  not_applicable: mark("dash", "mute", "Not applicable"),
  overridden: mark("person", "warn", "Overridden"),
};

export const VERDICT_MARKS: Record<Verdict, Mark> = {
  pass: mark("check", "ok", "Pass"),
  warn: mark("triangle", "warn", "Warning"),
  fail: mark("cross", "bad", "Fail"),
  inconclusive: mark("ring", "mute", "Could not check"),
  error: mark("ring", "mute", "Error"),
  not_applicable: mark("dash", "mute", "Not applicable"),
  not_run: mark("ring", "mute", "Not run"),
};

/** The host of an address, with its port if it has one of its own. */
export function placeOf(address: string): string {
  return URL.parse(address)?.host || address;
}

export const GATE_MARKS: Record<GateState, Mark> = {
  holds: mark("check", "ok", "Holds"),
  holds_with_warning: mark("triangle", "warn", "Holds, with a warning"),
  waived: mark("person", "warn", "Waived"),
  failing: mark("cross", "bad", "Does not hold"),
  stale: mark("clock", "warn", "Stale"),
  unknown: mark("ring", "mute", "No evidence"),
  not_applicable: mark("dash", "mute", "Not applicable"),
};

export const SEVERITY_MARKS: Record<HandoverModel["risks"][number]["severity"], Mark> = {
  critical: mark("cross", "bad", "Critical"),
  high: mark("cross", "bad", "High"),
  medium: mark("triangle", "warn", "Medium"),
  low: mark("dash", "mute", "Low"),
  info: mark("dash", "mute", "Note"),
};

export const RISK_STATE_WORDS: Record<HandoverModel["risks"][number]["state"], string> = {
  open: "Open",
  rechecking: "Being checked again",
  verified: "Verified fixed",
  closed: "Closed",
};

export const DECISION_WORDS: Record<HandoverModel["decisions"][number]["decision"], string> = {
  fix_now: "Fix now",
  defer: "Deferred",
  accept: "Accepted",
  waive: "Waived",
  override: "Overridden",
};

export const MISSING_WORDS: Record<HandoverModel["missing"][number]["kind"], string> = {
  gate: "Minimum bar",
  check: "Check",
  other: "Handover",
};

export const SIGNAL_MARKS: Record<HandoverModel["signals"][number]["state"], Mark> = {
  lit: mark("triangle", "bad", "Lit"),
  quiet: mark("check", "ok", "Quiet"),
  unknown: mark("ring", "mute", "Not known"),
};

export const DELIVERABLE_MARKS: Record<HandoverModel["deliverables"][number]["state"], Mark> = {
  complete: mark("check", "ok", "Complete"),
  incomplete: mark("triangle", "warn", "Incomplete"),
  no_data: mark("ring", "mute", "No data"),
};

export const STANDING_MARKS: Record<NonNullable<HandoverModel["decisions"][number]["standing"]>, Mark> = {
  in_force: mark("check", "ok", "In force"),
  expired: mark("cross", "bad", "Expired"),
  needs_second: mark("triangle", "bad", "Lacks a second person"),
  superseded: mark("dash", "mute", "Superseded"),
  proposed: mark("ring", "warn", "Waits for an answer"),
};

export function signOffMark({ isDraft }: Pick<HandoverModel["signOffs"][number], "isDraft">): Mark {
  return isDraft ? mark("ring", "mute", "Draft received") : mark("check", "ok", "Received and accepted");
}

export const LINK_MARKS: Record<HandoverModel["links"][number]["state"], Mark> = {
  reachable: mark("check", "ok", "Reached"),
  broken: mark("cross", "bad", "Broken"),
  unreachable: mark("triangle", "warn", "Not reached"),
  not_checked: mark("dash", "mute", "Not looked at"),
};

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "21 Nov 2026", in UTC. Spelled here, as the words of `Intl` change from one Node to the next. */
export function day(at: string): string {
  const date = new Date(at);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ""} ${date.getUTCFullYear()}`;
}

/** "21 Nov 2026, 14:05 UTC". */
export function minute(at: string): string {
  return `${day(at)}, ${new Date(at).toISOString().slice(11, 16)} UTC`;
}
