import type { AutomationId, CheckId, DeliverableId, GateId, SignalId, StageId } from "./ids.ts";

export type Reference = { label: string; url: string };

export type Check = {
  id: CheckId;
  title: string;
  /** Two or three words for a board card. */
  shortTitle: string;
  /** What must hold, in one sentence. */
  bar: string;
  why: string;
  fix: string;
  references: readonly Reference[];
  /** Share of the readiness score, 1–5. */
  weight: number;
  /** Days after which its evidence is stale. */
  freshDays: number;
};

export type Deliverable = { id: DeliverableId; title: string; summary: string };
export type Signal = { id: SignalId; title: string; meaning: string };

export type Stage = {
  id: StageId;
  order: number;
  title: string;
  shortTitle: string;
  goal: string;
  /** When the stage may be called done. */
  exit: string;
  checks: readonly Check[];
  deliverables: readonly Deliverable[];
  signals: readonly Signal[];
};

export type GateItem = {
  id: GateId;
  title: string;
  /** The condition, in one sentence. */
  holdsWhen: string;
  /** The checks that it is derived from; all must hold. */
  checks: readonly CheckId[];
  /** It speaks of each known host, so that it cannot hold while one has been found that nobody audits. */
  everyHost?: boolean | undefined;
};

export type Automation = { id: AutomationId; title: string; summary: string };
/** One of the things that a young product should put off, with the reason and when to look again. */
export type Guard = { id: string; title: string; why: string; revisit: string };

/** The words for one rule; `outcomes` has a sentence per outcome code, with `{placeholders}` that the rule fills. */
export type RuleText<Code extends string = string> = {
  title: string;
  why: string;
  fix: string;
  references: readonly Reference[];
  cwe?: string;
  asvs?: string;
  owasp?: string;
  outcomes: Record<Code, string>;
};
