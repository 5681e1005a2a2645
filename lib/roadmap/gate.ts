import { dayOf, isBefore } from "./age.ts";
import { GATE_ITEMS } from "./gate-items.ts";
import { type GateJudgement, judgeGate, withoutUnaudited } from "./gate-judgement.ts";
import type { CheckId, GateId } from "./ids.ts";
import type { DerivedById } from "./status.ts";
import type { GateItem } from "./types.ts";
import { unstopped } from "./words.ts";

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

/** `unauditedHosts`: those that were found and that nobody audits or has said to ignore. */
export type GateFacts = { unauditedHosts: readonly string[] };
const NO_FACTS: GateFacts = { unauditedHosts: [] };

/** Judges the nine items. Evidence that is missing or old never opens one; a standing waiver does, and is shown. */
export function deriveGate(
  derived: DerivedById,
  waivers: readonly GateWaiver[],
  now: Date,
  facts: GateFacts = NO_FACTS,
): GateView {
  const items = GATE_ITEMS.map((item) => {
    const judgement = judgeGate(item.checks.map((check) => derived[check]));
    const hosts = item.everyHost ? facts.unauditedHosts : [];
    return itemView(item, withoutUnaudited(judgement, hosts), waivers, now);
  });
  return {
    held: items.filter((item) => item.holds).length,
    total: items.filter((item) => item.state !== "not_applicable").length,
    items,
  };
}

function itemView(
  { id, title, checks }: GateItem,
  { state, why }: GateJudgement,
  waivers: readonly GateWaiver[],
  now: Date,
): GateItemView {
  if (state === "holds" || state === "holds_with_warning") return { id, title, state, holds: true, why, checks };
  if (state === "not_applicable") return { id, title, state, holds: false, why, checks };
  const own = waivers.filter((waiver) => waiver.gateId === id && waiver.withdrawnAt === null);
  const standing = latest(own.filter((waiver) => isStanding(waiver, now)));
  if (standing) return { id, title, state: "waived", holds: true, why: waived(standing, why), checks };
  return { id, title, state, holds: false, why: lapsed(own, why, now), checks };
}

function isStanding(waiver: GateWaiver, now: Date): boolean {
  return waiver.reason.trim() !== "" && (waiver.decider ?? "").trim() !== "" && isBefore(now, waiver.expiresAt);
}

function latest(waivers: readonly GateWaiver[]): GateWaiver | undefined {
  return waivers.toSorted((a, b) => Date.parse(a.expiresAt ?? "") - Date.parse(b.expiresAt ?? "")).at(-1);
}

function waived({ decider, expiresAt, reason }: GateWaiver, why: string): string {
  return `Waived by ${decider} until ${dayOf(expiresAt ?? "")}: ${unstopped(reason)}; without that: ${why}`;
}

function lapsed(waivers: readonly GateWaiver[], why: string, now: Date): string {
  const last = latest(waivers.filter((waiver) => waiver.expiresAt !== null && !isBefore(now, waiver.expiresAt)));
  return last ? `${unstopped(why)}; its waiver ran out on ${dayOf(last.expiresAt ?? "")}.` : why;
}
