import type { CheckId, GateId } from "./ids.ts";

export const GATE_STATES = [
  "holds",
  "holds_with_warning",
  "waived",
  "failing",
  "stale",
  "unknown",
  "not_applicable",
] as const;
export type GateState = (typeof GATE_STATES)[number];

export type GateItemView = {
  id: GateId;
  title: string;
  /** Also true for a waived item; `state` tells them apart. Items that do not apply leave the sum and are false. */
  holds: boolean;
  state: GateState;
  /** One sentence. */
  why: string;
  checks: readonly CheckId[];
};
/** `total` counts the items that apply. */
export type GateView = { held: number; total: number; items: GateItemView[] };

/** Counts only with a reason, a decider and an end that is still to come. */
export type GateWaiver = {
  gateId: GateId;
  reason: string;
  /** The decider's name. */
  decider: string | null;
  expiresAt: string | null;
  withdrawnAt: string | null;
};
