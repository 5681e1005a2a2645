import type { DecisionView, RiskView } from "#db/queries/views.ts";

export function riskSample(number: number, given: Partial<RiskView> = {}): RiskView {
  return {
    id: String(number),
    number,
    title: `Risk ${number}`,
    description: "",
    checkId: "dns-status",
    stage: "audit",
    rule: null,
    targetUrl: null,
    severity: "high",
    likelihood: 3,
    impact: 3,
    state: "open",
    isManual: false,
    isBlocking: true,
    owner: null,
    dueAt: null,
    decision: null,
    proposal: null,
    tool: null,
    location: null,
    foundRun: null,
    lastSeenRun: null,
    verifiedRun: null,
    createdAt: "2026-11-20T12:00:00Z",
    updatedAt: "2026-11-20T12:00:00Z",
    closedAt: null,
    ...given,
  };
}

export function decisionSample(given: Partial<DecisionView> = {}): DecisionView {
  return {
    id: "d",
    treatment: "defer",
    state: "decided",
    reason: "",
    compensatingControl: "",
    owner: null,
    askedBy: null,
    decider: null,
    isByTwo: false,
    declineReason: null,
    createdAt: "2026-11-01T12:00:00Z",
    decidedAt: "2026-11-01T12:00:00Z",
    expiresAt: null,
    isExpired: false,
    isInForce: true,
    ...given,
  };
}
