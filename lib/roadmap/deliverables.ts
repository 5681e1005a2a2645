import type { CheckId, DeliverableId, StageId } from "./ids.ts";
import { CHECKS, STAGES } from "./stages.ts";
import { isHolding } from "./standing.ts";
import type { DerivedById } from "./status.ts";
import { capitalised, counted, listed } from "./words.ts";

export type DeliverableState = "complete" | "incomplete" | "no_data";
export type DeliverableView = {
  id: DeliverableId;
  title: string;
  stage: StageId;
  state: DeliverableState;
  /** One sentence. */
  why: string;
};

/** What the project's own records hold. */
export type DeliverableFacts = {
  finishedRuns: number;
  /** Open risks of any severity, and those of them that nobody has decided on. */
  openRisks: number;
  undecidedRisks: number;
  /** Handover packs that are ready: drafts, and those made when the gate held. */
  draftPacks: number;
  finalPacks: number;
};

type Reading = Pick<DeliverableView, "state" | "why">;
type Source = readonly CheckId[] | ((facts: DeliverableFacts) => Reading);

/** What each deliverable is made of: the evidence of some checks, or the project's records. */
const SOURCES: Readonly<Record<DeliverableId, Source>> = {
  "risk-register": riskRegister,
  "decision-list": decisionList,
  "auth-flow-map": ["route-classification", "role-boundaries"],
  "authorization-fixed": ["role-boundaries", "token-rejection", "subdomain-auth"],
  "domain-setup": ["dns-target", "canonical-redirects", "https-everywhere"],
  "email-setup": ["email-authentication"],
  "env-inventory": ["secret-locations", "environment-separation"],
  "rotation-checklist": ["secret-rotation"],
  "throttling-settings": ["rate-limits"],
  "cache-list": ["edge-caching", "cache-safety"],
  "monitoring-dashboard": ["uptime-checks", "error-rates", "failure-alerts"],
  "incident-template": ["failure-alerts", "request-tracing"],
  "handover-pack": handoverPack,
};

export function deriveDeliverables(derived: DerivedById, facts: DeliverableFacts): DeliverableView[] {
  return STAGES.flatMap((stage) =>
    stage.deliverables.map(({ id, title }) => {
      const source = SOURCES[id];
      const reading = typeof source === "function" ? source(facts) : fromChecks(source, derived);
      return { id, title, stage: stage.id, ...reading };
    }),
  );
}

function fromChecks(ids: readonly CheckId[], derived: DerivedById): Reading {
  const applying = ids.map((id) => derived[id]).filter((check) => check.status !== "not_applicable");
  const names = (checks: readonly { id: CheckId }[]) => listed(checks.map(({ id }) => `“${CHECKS[id].shortTitle}”`));
  if (applying.length === 0) return { state: "no_data", why: "None of the checks that it is made of applies." };
  if (applying.every((check) => check.evidenceAt === null)) {
    return { state: "no_data", why: `No data yet: it is made of the evidence for ${names(applying)}.` };
  }
  const open = applying.filter((check) => !isHolding(check));
  return open.length === 0
    ? { state: "complete", why: `All of its evidence is in: ${names(applying)}.` }
    : { state: "incomplete", why: `Still open: ${names(open)}.` };
}

function riskRegister({ finishedRuns, openRisks }: DeliverableFacts): Reading {
  if (finishedRuns > 0) {
    const from = counted(finishedRuns, "finished audit");
    return { state: "complete", why: `Computed from ${from}, with ${counted(openRisks, "open risk")}.` };
  }
  return openRisks > 0
    ? { state: "incomplete", why: `Holds ${counted(openRisks, "risk")} entered by hand; no audit has finished yet.` }
    : { state: "no_data", why: "No data yet: no audit has finished." };
}

function decisionList({ finishedRuns, openRisks, undecidedRisks }: DeliverableFacts): Reading {
  if (undecidedRisks > 0) {
    const verb = undecidedRisks === 1 ? "waits" : "wait";
    return {
      state: "incomplete",
      why: `${capitalised(counted(undecidedRisks, "open risk"))} still ${verb} for a decision.`,
    };
  }
  if (openRisks > 0) return { state: "complete", why: "Each open risk has a decision." };
  return finishedRuns > 0
    ? { state: "complete", why: "The audits left no open risk to decide on." }
    : { state: "no_data", why: "No data yet: no audit has finished." };
}

function handoverPack({ draftPacks, finalPacks }: DeliverableFacts): Reading {
  if (finalPacks > 0) return { state: "complete", why: "A final pack was made." };
  return draftPacks > 0
    ? { state: "incomplete", why: "Only a draft exists; the gate did not hold when it was made." }
    : { state: "no_data", why: "No pack has been made yet." };
}
