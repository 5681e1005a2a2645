import type { DecisionStanding } from "./decision-standing.ts";
import type { CheckId, DeliverableId, GateId, StageId } from "./ids.ts";
import type { Place } from "./place.ts";
import { CHECKS, STAGES } from "./stages.ts";
import { isHolding } from "./standing.ts";
import type { DerivedById } from "./status.ts";
import { capitalised, counted, listed, unstopped } from "./words.ts";

export const DELIVERABLE_STATES = ["complete", "incomplete", "no_data"] as const;
export type DeliverableState = (typeof DELIVERABLE_STATES)[number];
/** One thing that is not there yet, in one sentence, and where to bring it about. */
export type MissingItem = { what: string; place: Place };
export type DeliverableView = {
  id: DeliverableId;
  title: string;
  stage: StageId;
  state: DeliverableState;
  /** One sentence. */
  why: string;
  /** What it takes to be complete, worst first; empty once it is. */
  missing: MissingItem[];
};

type OpenRisk = { number: number; title: string; checkId: CheckId; standing: DecisionStanding };

/** What the project's own records hold. */
export type DeliverableFacts = {
  finishedRuns: number;
  /** Open risks of any severity, worst first. */
  openRisks: readonly OpenRisk[];
  /** Hosts that audits came across and that nobody audits. */
  unauditedHosts: readonly string[];
  /** Items of the minimum bar that apply and do not hold. */
  openGate: readonly { id: GateId; title: string; why: string }[];
  /** Handover packs that are ready: drafts, and those made when the gate held. */
  draftPacks: number;
  finalPacks: number;
};

type Reading = Pick<DeliverableView, "state" | "why" | "missing">;
type Source = readonly CheckId[] | ((facts: DeliverableFacts, derived: DerivedById) => Reading);

/** Of which each fault that was found must be seen to be gone. */
export const ACCESS_FAULT_CHECKS = ["role-boundaries", "token-rejection", "subdomain-auth"] as const;
const DOMAIN_CHECKS = ["dns-target", "canonical-redirects", "https-everywhere"] as const;

/** What each deliverable is made of: the evidence of some checks, or the project's records. */
const SOURCES: Readonly<Record<DeliverableId, Source>> = {
  "risk-register": riskRegister,
  "decision-list": decisionList,
  "auth-flow-map": ["route-classification", "role-boundaries"],
  "authorization-fixed": authorizationFixed,
  "domain-setup": domainSetup,
  "email-setup": ["email-authentication"],
  "env-inventory": ["secret-locations", "environment-separation"],
  "rotation-checklist": ["secret-rotation"],
  "throttling-settings": ["rate-limits"],
  "cache-list": ["edge-caching", "cache-safety"],
  "monitoring-dashboard": ["uptime-checks", "error-rates", "failure-alerts"],
  "incident-template": ["failure-alerts", "request-tracing"],
  "handover-pack": handoverPack,
};

/** The checks whose evidence a deliverable shows; none for what is made of records alone. */
export const DELIVERABLE_CHECKS: Readonly<Record<DeliverableId, readonly CheckId[]>> = {
  ...(Object.fromEntries(
    Object.entries(SOURCES).map(([id, source]) => [id, typeof source === "function" ? [] : source]),
  ) as Record<DeliverableId, readonly CheckId[]>),
  "authorization-fixed": ACCESS_FAULT_CHECKS,
  "domain-setup": DOMAIN_CHECKS,
};

const RUN_AN_AUDIT: MissingItem = { what: "An audit must finish.", place: { kind: "page", page: "audits" } };

export function deriveDeliverables(derived: DerivedById, facts: DeliverableFacts): DeliverableView[] {
  return STAGES.flatMap((stage) =>
    stage.deliverables.map(({ id, title }) => {
      const source = SOURCES[id];
      const reading = typeof source === "function" ? source(facts, derived) : fromChecks(source, derived);
      return { id, title, stage: stage.id, ...reading };
    }),
  );
}

function fromChecks(ids: readonly CheckId[], derived: DerivedById): Reading {
  const applying = ids.map((id) => derived[id]).filter((check) => check.status !== "not_applicable");
  const names = (checks: readonly { id: CheckId }[]) => listed(checks.map(({ id }) => `“${CHECKS[id].shortTitle}”`));
  if (applying.length === 0) {
    return { state: "no_data", why: "None of the checks that it is made of applies.", missing: [] };
  }
  const open = applying.filter((check) => !isHolding(check));
  const missing = open.map(
    ({ id, why }): MissingItem => ({
      what: `${CHECKS[id].shortTitle}: ${why}`,
      place: { kind: "check", id },
    }),
  );
  if (applying.every((check) => check.evidenceAt === null)) {
    return { state: "no_data", why: `No data yet: it is made of the evidence for ${names(applying)}.`, missing };
  }
  return open.length === 0
    ? { state: "complete", why: `All of its evidence is in: ${names(applying)}.`, missing }
    : { state: "incomplete", why: `Still open: ${names(open)}.`, missing };
}

/** Once no fault is left, what the checks say decides. */
function authorizationFixed({ openRisks }: DeliverableFacts, derived: DerivedById): Reading {
  const faults = openRisks.filter(({ checkId }) => ACCESS_FAULT_CHECKS.some((id) => id === checkId));
  const byChecks = fromChecks(ACCESS_FAULT_CHECKS, derived);
  if (faults.length === 0) return byChecks;
  const stands = faults.map(
    ({ number, title }): MissingItem => ({
      what: `Risk ${number} still stands: ${unstopped(title)}.`,
      place: { kind: "risk", number },
    }),
  );
  const verb = faults.length === 1 ? "stands" : "stand";
  return {
    state: "incomplete",
    why: `${capitalised(counted(faults.length, "access fault"))} in the register still ${verb}.`,
    missing: [...stands, ...byChecks.missing],
  };
}

/** A host that nobody audits has no page, so the set is not whole. */
function domainSetup({ unauditedHosts }: DeliverableFacts, derived: DerivedById): Reading {
  const byChecks = fromChecks(DOMAIN_CHECKS, derived);
  if (unauditedHosts.length === 0) return byChecks;
  const unseen = unauditedHosts.map(
    (host): MissingItem => ({
      what: `${host} was found, and nobody audits it or has said why not.`,
      place: { kind: "page", page: "domains" },
    }),
  );
  const missing = [...byChecks.missing, ...unseen];
  if (byChecks.state !== "complete") return { ...byChecks, missing };
  const hosts = capitalised(counted(unauditedHosts.length, "host"));
  const verb = unauditedHosts.length === 1 ? "is" : "are";
  return { state: "incomplete", why: `${hosts} that audits came across ${verb} not among them yet.`, missing };
}

function riskRegister({ finishedRuns, openRisks }: DeliverableFacts): Reading {
  const open = openRisks.length;
  if (finishedRuns > 0) {
    const from = counted(finishedRuns, "finished audit");
    return { state: "complete", why: `Computed from ${from}, with ${counted(open, "open risk")}.`, missing: [] };
  }
  const missing = [RUN_AN_AUDIT];
  return open > 0
    ? {
        state: "incomplete",
        why: `Holds ${counted(open, "risk")} entered by hand; no audit has finished yet.`,
        missing,
      }
    : { state: "no_data", why: "No data yet: no audit has finished.", missing };
}

const UNDECIDED: Readonly<Record<Exclude<DecisionStanding, "decided">, string>> = {
  lapsed: "the decision has expired",
  needs_second: "putting it off takes a second person",
  waiting: "a proposal waits for the person who may decide",
  undecided: "nobody has decided",
};

function decisionList({ finishedRuns, openRisks }: DeliverableFacts): Reading {
  const missing = openRisks.flatMap(({ number, title, standing }): MissingItem[] =>
    standing === "decided"
      ? []
      : [{ what: `Risk ${number}, ${unstopped(title)}: ${UNDECIDED[standing]}.`, place: { kind: "risk", number } }],
  );
  if (missing.length > 0) {
    const verb = missing.length === 1 ? "waits" : "wait";
    return {
      state: "incomplete",
      why: `${capitalised(counted(missing.length, "open risk"))} still ${verb} for a decision.`,
      missing,
    };
  }
  if (openRisks.length > 0) return { state: "complete", why: "Each open risk has a decision.", missing };
  return finishedRuns > 0
    ? { state: "complete", why: "The audits left no open risk to decide on.", missing }
    : { state: "no_data", why: "No data yet: no audit has finished.", missing: [RUN_AN_AUDIT] };
}

function handoverPack({ draftPacks, finalPacks, openGate }: DeliverableFacts): Reading {
  if (finalPacks > 0) return { state: "complete", why: "A final pack was made.", missing: [] };
  const gate = openGate.map(
    ({ id, title, why }): MissingItem => ({
      what: (why.startsWith(title) ? why : `${title}: ${why}`).replace(/…\.$/, "…"),
      place: { kind: "gate", id },
    }),
  );
  const make: MissingItem = {
    what: gate.length === 0 ? "Make a version: it will be final." : "Then make a version, which will be final.",
    place: { kind: "page", page: "handover" },
  };
  const missing = [...gate, make];
  return draftPacks > 0
    ? { state: "incomplete", why: "Only a draft exists; the gate did not hold when it was made.", missing }
    : { state: "no_data", why: "No pack has been made yet.", missing };
}
