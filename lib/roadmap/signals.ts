import type { SignalId, StageId } from "./ids.ts";
import { SIGNAL_SOURCES, type SignalSource } from "./signal-sources.ts";
import { CHECKS, STAGES } from "./stages.ts";
import { type CheckResult, type DerivedById, type DerivedCheck, deriveCheck } from "./status.ts";
import { counted, listed, unstopped } from "./words.ts";

export type SignalState = "lit" | "quiet" | "unknown";
export type SignalView = {
  id: SignalId;
  title: string;
  stage: StageId;
  state: SignalState;
  lit: boolean;
  /** One sentence. */
  why: string;
};

/** What the team's own records show; a fact that is not known is left out. */
export type SignalFacts = {
  /** Members who may change things: founders and engineers. */
  peopleWhoCanAct?: number | undefined;
  /** Blocking risks that nobody owns. */
  unownedBlockers?: number | undefined;
};

export type DeriveSignalsInput = {
  derived: DerivedById;
  /** The newest result per rule and target. */
  results: readonly CheckResult[];
  /** As for `deriveCheck`. */
  targets?: readonly string[] | undefined;
  facts?: SignalFacts | undefined;
  now: Date;
};

type Reading = { state: SignalState; why: string };

/** The 19 signs of a launch going wrong. One is quiet only when all that could light it was looked at and is sound. */
export function deriveSignals(input: DeriveSignalsInput): SignalView[] {
  return STAGES.flatMap((stage) =>
    stage.signals.map(({ id, title }) => {
      const { state, why } = fromFacts(id, input.facts ?? {}) ?? read(SIGNAL_SOURCES[id], input);
      return { id, title, stage: stage.id, state, lit: state === "lit", why };
    }),
  );
}

function fromFacts(id: SignalId, facts: SignalFacts): Reading | null {
  const { peopleWhoCanAct, unownedBlockers } = facts;
  if (id === "bus-factor-one" && peopleWhoCanAct !== undefined && peopleWhoCanAct < 2) {
    return { state: "lit", why: "Fewer than two people on this project may change anything." };
  }
  if (id === "ownership-unclear" && unownedBlockers !== undefined && unownedBlockers > 0) {
    const verb = unownedBlockers === 1 ? "has" : "have";
    return {
      state: "lit",
      why: `The register shows ${counted(unownedBlockers, "launch blocker")} that ${verb} no owner.`,
    };
  }
  return null;
}

function read(source: SignalSource, input: DeriveSignalsInput): Reading {
  const looked = lookedAt(source, input);
  const failing = looked.find((check) => check.status === "failing");
  if (failing) return { state: "lit", why: `${CHECKS[failing.id].shortTitle}: ${unstopped(failing.line)}.` };
  const open = looked.filter((check) => !isSettled(check));
  return open.length === 0
    ? { state: "quiet", why: `Nothing of the kind was found by ${names(looked)}.` }
    : { state: "unknown", why: `Not known: there is no full and recent evidence for ${names(open)}.` };
}

function lookedAt({ checks, rules }: SignalSource, input: DeriveSignalsInput): DerivedCheck[] {
  if (!rules) return checks.map((id) => input.derived[id]);
  const { results, targets, now } = input;
  const common = { results, targets, now, ruleIds: rules, attestations: [], notApplicableReason: null };
  return checks.map((id) => deriveCheck({ ...common, check: CHECKS[id] }));
}

/** Seen and found sound. Overriding a check, or setting it aside by hand, is no evidence. */
function isSettled(check: DerivedCheck): boolean {
  const isEvidence =
    check.status !== "overridden" && !(check.status === "not_applicable" && check.source !== "automatic");
  return isEvidence && check.isComplete;
}

function names(checks: readonly DerivedCheck[]): string {
  return listed(checks.map((check) => `“${CHECKS[check.id].shortTitle}”`));
}
