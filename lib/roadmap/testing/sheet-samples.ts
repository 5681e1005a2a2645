import type { Artefact, DeliverableDetail, SheetDecision, SheetEvidence, SheetRisk } from "../sheets/artefact.ts";
import { daysAgo, NOW } from "./samples.ts";

export function sampleDecision(overrides: Partial<SheetDecision> = {}): SheetDecision {
  return {
    treatment: "defer",
    reason: "After the pilot.",
    compensatingControl: "The edge refuses it.",
    owner: { name: "Jon" },
    askedBy: { name: "Mira" },
    decider: { name: "Mira" },
    isByTwo: false,
    createdAt: daysAgo(5),
    decidedAt: daysAgo(5),
    expiresAt: daysAgo(-30),
    isExpired: false,
    isInForce: true,
    ...overrides,
  };
}

export function sampleSheetRisk(overrides: Partial<SheetRisk> = {}): SheetRisk {
  return {
    number: 1,
    title: "No HSTS",
    description: "",
    checkId: "https-everywhere",
    rule: "edge/hsts",
    severity: "high",
    likelihood: 3,
    impact: 4,
    state: "open",
    isBlocking: true,
    targetUrl: "https://example.com/",
    tool: null,
    owner: null,
    foundRun: 1,
    lastSeenRun: 2,
    verifiedRun: null,
    createdAt: daysAgo(9),
    closedAt: null,
    decision: null,
    proposal: null,
    ...overrides,
  };
}

export function sampleEvidence(overrides: Partial<SheetEvidence> = {}): SheetEvidence {
  return {
    checkId: "rate-limits",
    isByRules: false,
    status: "attested",
    why: "A person stated this yesterday.",
    evidenceAt: daysAgo(1),
    results: [],
    statements: [],
    ...overrides,
  };
}

export function sampleDetail(artefact: Artefact, overrides: Partial<DeliverableDetail> = {}): DeliverableDetail {
  return {
    id: "risk-register",
    title: "Risk register",
    stage: "audit",
    state: "incomplete",
    why: "Something is open.",
    missing: [],
    summary: "All known risks in one order.",
    project: "Ops Copilot",
    asOf: NOW.toISOString(),
    lastRun: { number: 2, finishedAt: daysAgo(1) },
    evidence: [],
    artefact,
    ...overrides,
  };
}
