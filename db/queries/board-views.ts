import { GATE_ITEMS } from "#lib/roadmap/gate-items.ts";
import type { CheckId } from "#lib/roadmap/ids.ts";
import { deriveStageProgress } from "#lib/roadmap/stage-progress.ts";
import { CHECKS, DELIVERABLES, STAGES, stageOf } from "#lib/roadmap/stages.ts";
import type { Stage } from "#lib/roadmap/types.ts";
import type { targets } from "../schema/index.ts";
import type { DerivedProject } from "./derive-project.ts";
import { iso } from "./iso.ts";
import type { ProjectFacts } from "./project-facts.ts";
import type { RiskRow } from "./risk-rows.ts";
import type { BlockerView, CheckView, GateView, StageSummary, StageView, TargetView } from "./views.ts";

export function targetView(target: typeof targets.$inferSelect): TargetView {
  const { id, kind, url, environment, profile, expects, origins, selectors, createdAt } = target;
  return { id, kind, url, environment, profile, expects, origins, selectors, createdAt: iso(createdAt) };
}

export function checkView(id: CheckId, facts: ProjectFacts, derived: DerivedProject): CheckView {
  const { status, source, line, evidenceAt } = derived.checks[id];
  const { title, shortTitle } = CHECKS[id];
  const risks = facts.risks.filter((risk) => risk.checkId === id);
  return {
    id,
    title,
    shortTitle,
    stage: stageOf(id).id,
    status,
    source,
    line,
    evidenceAt,
    owner: facts.states.find((state) => state.checkId === id)?.owner ?? null,
    results: facts.results.filter((result) => result.checkId === id).length,
    openRisks: risks.length,
    isRechecking: risks.some((risk) => risk.state === "rechecking"),
  };
}

export function stageSummary(stage: Stage, derived: DerivedProject): StageSummary {
  return { ...deriveStageProgress(stage, derived.checks), order: stage.order, shortTitle: stage.shortTitle };
}

export function stageViews(facts: ProjectFacts, derived: DerivedProject): StageView[] {
  return STAGES.map((stage) => ({
    ...stageSummary(stage, derived),
    title: stage.title,
    goal: stage.goal,
    exit: stage.exit,
    checks: stage.checks.map(({ id }) => checkView(id, facts, derived)),
    deliverables: derived.deliverables
      .filter((deliverable) => deliverable.stage === stage.id)
      .map((deliverable) => ({
        ...deliverable,
        summary: DELIVERABLES.find(({ id }) => id === deliverable.id)?.summary ?? "",
      })),
  }));
}

export function gateView(facts: ProjectFacts, { gate }: DerivedProject): GateView {
  const items = gate.items.map((item) => {
    const waiver = facts.waivers.find(({ gateId }) => gateId === item.id);
    return {
      ...item,
      holdsWhen: GATE_ITEMS.find(({ id }) => id === item.id)?.holdsWhen ?? "",
      waiver: waiver ? withoutProject(waiver) : null,
    };
  });
  return { ...gate, items };
}

export function blockerView(risk: RiskRow): BlockerView {
  const { number, title, severity, likelihood, impact, checkId, stage, state, targetUrl, owner, createdAt } = risk;
  return { number, title, severity, likelihood, impact, checkId, stage, state, targetUrl, owner, createdAt };
}

function withoutProject<Row extends { projectId: string }>({ projectId: _, ...view }: Row): Omit<Row, "projectId"> {
  return view;
}
