import { rulesFor } from "#lib/audits/registry.ts";
import { answerLaunch, type LaunchAnswer } from "#lib/roadmap/answer.ts";
import { compareRisks, rankBlockers } from "#lib/roadmap/blockers.ts";
import { decisionStanding } from "#lib/roadmap/decision-standing.ts";
import { type DeliverableView, deriveDeliverables } from "#lib/roadmap/deliverables.ts";
import { deriveGate, type GateView } from "#lib/roadmap/gate.ts";
import { CHECK_IDS } from "#lib/roadmap/ids.ts";
import { type ReadinessView, scoreReadiness } from "#lib/roadmap/readiness.ts";
import { fromRecords } from "#lib/roadmap/records/from-records.ts";
import { deriveSignals, type SignalView } from "#lib/roadmap/signals.ts";
import { CHECKS } from "#lib/roadmap/stages.ts";
import { type CheckResult, type DerivedById, deriveCheck } from "#lib/roadmap/status.ts";
import { targetHost } from "#lib/target-url.ts";
import { iso } from "./iso.ts";
import type { LatestResult } from "./latest-results.ts";
import type { ProjectFacts } from "./project-facts.ts";
import type { RiskRow } from "./risk-rows.ts";

export type DerivedProject = {
  checks: DerivedById;
  gate: GateView;
  readiness: ReadinessView;
  /** Worst first. */
  blockers: RiskRow[];
  answer: LaunchAnswer;
  signals: SignalView[];
  deliverables: DeliverableView[];
};

/** Feeds the rows of a project to the roadmap's pure functions. */
export function deriveProject(facts: ProjectFacts, now: Date): DerivedProject {
  const results = Map.groupBy(facts.results, (row) => row.checkId);
  const attested = Map.groupBy(facts.attestations, (row) => row.checkId);
  const states = new Map(facts.states.map((row) => [row.checkId, row]));
  const targets = facts.targets.map((target) => target.id);

  const derived = CHECK_IDS.map((id) =>
    deriveCheck({
      check: CHECKS[id],
      results: (results.get(id) ?? []).map(checkResult),
      attestations: (attested.get(id) ?? []).map((row) => ({
        statement: row.statement,
        isOverride: row.isOverride,
        observedAt: iso(row.observedAt),
        expiresAt: iso(row.expiresAt),
        withdrawnAt: iso(row.withdrawnAt),
      })),
      notApplicableReason: states.get(id)?.notApplicableReason ?? null,
      fromRecords: fromRecords(id, facts.records, now),
      ruleIds: rulesFor(id).map((rule) => rule.id),
      targets,
      now,
    }),
  );
  const checks = Object.fromEntries(derived.map((check) => [check.id, check])) as DerivedById;
  const waivers = facts.waivers.map((waiver) => ({
    gateId: waiver.gateId,
    reason: waiver.reason,
    decider: waiver.decider?.name ?? null,
    expiresAt: waiver.expiresAt,
    withdrawnAt: null,
  }));
  const gate = deriveGate(checks, waivers, now, facts);
  const blockers = rankBlockers(facts.risks, now);
  return {
    checks,
    gate,
    readiness: scoreReadiness(derived),
    blockers,
    answer: answerLaunch(gate, blockers, { lastFinishedAt: iso(facts.lastFinishedAt), now }),
    signals: deriveSignals({
      derived: checks,
      results: facts.results.map((row) => ({
        ...checkResult(row),
        checkId: row.checkId,
        host: targetHost(row.targetUrl),
      })),
      targets,
      facts: {
        peopleWhoCanAct: facts.peopleWhoCanAct,
        unownedBlockers: blockers.filter((risk) => risk.owner === null),
        records: facts.records,
        risks: facts.risks.toSorted(compareRisks),
      },
      now,
    }),
    deliverables: deriveDeliverables(checks, {
      finishedRuns: facts.finishedRuns,
      openRisks: facts.risks.toSorted(compareRisks).map((risk) => ({ ...risk, standing: decisionStanding(risk) })),
      unauditedHosts: facts.unauditedHosts,
      openGate: gate.items.filter(({ holds, state }) => !holds && state !== "not_applicable"),
      draftPacks: facts.draftPacks,
      finalPacks: facts.finalPacks,
    }),
  };
}

function checkResult(row: LatestResult): CheckResult {
  return {
    rule: row.rule,
    target: row.targetId,
    verdict: row.verdict,
    severity: row.severity,
    summary: row.summary,
    observedAt: iso(row.observedAt),
  };
}
