import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Evidence } from "#lib/audits/types.ts";
import type { HandoverData } from "#lib/handover/data.ts";
import { answerLaunch } from "#lib/roadmap/answer.ts";
import { compareRisks } from "#lib/roadmap/blockers.ts";
import { ruleText } from "#lib/roadmap/rule-texts/index.ts";
import { CHECKS, STAGES } from "#lib/roadmap/stages.ts";
import type { Db } from "../client.ts";
import { attestations, type projects, readinessPoints, runs, sprints, users } from "../schema/index.ts";
import { type DerivedProject, deriveProject } from "./derive-project.ts";
import { decisionsOf, loadDecisions } from "./handover-decisions.ts";
import { providersOf, runbooksOf, sprintOf } from "./handover-records.ts";
import { iso } from "./iso.ts";
import type { LatestResult } from "./latest-results.ts";
import { actorView } from "./person.ts";
import { loadFacts, type ProjectFacts } from "./project-facts.ts";
import { loadSignOffs } from "./sign-off-rows.ts";

type Project = Pick<typeof projects.$inferSelect, "id" | "name" | "description">;
type Stamp = Pick<HandoverData, "version" | "generatedBy" | "branding">;
type Stated = typeof attestations.$inferSelect & { author: string | null };

/** All that a handover pack says, from the rows as they stand now. */
export async function collectHandover(db: Db, project: Project, stamp: Stamp, now: Date): Promise<HandoverData> {
  const [factsOf, stated, decided, runRows, points, sprintRows, signed] = await Promise.all([
    loadFacts(db, [project.id], now),
    loadAttestations(db, project.id),
    loadDecisions(db, project.id),
    db
      .select()
      .from(runs)
      .where(and(eq(runs.projectId, project.id), eq(runs.state, "finished")))
      .orderBy(asc(runs.number)),
    db
      .select({
        at: readinessPoints.at,
        score: readinessPoints.score,
        gateHeld: readinessPoints.gateHeld,
        blockers: readinessPoints.blockers,
      })
      .from(readinessPoints)
      .where(eq(readinessPoints.projectId, project.id))
      .orderBy(asc(readinessPoints.at), asc(readinessPoints.id)),
    db.select().from(sprints).where(eq(sprints.projectId, project.id)).orderBy(desc(sprints.number)).limit(1),
    loadSignOffs(db, project.id),
  ]);
  const facts = factsOf(project.id);
  const derived = deriveProject(facts, now);
  const hasEvidence = facts.results.length > 0 || facts.attestations.length > 0;
  const urls = new Map(facts.targets.map((target) => [target.id, target.url]));
  return {
    ...stamp,
    project: { name: project.name, description: project.description },
    answer: answerLaunch(derived.gate, derived.blockers, { lastFinishedAt: iso(facts.lastFinishedAt), now: null }),
    readiness: { score: hasEvidence ? derived.readiness.score : null, items: derived.readiness.items },
    targets: facts.targets.map(({ url, environment }) => ({ url, environment })),
    gate: { items: derived.gate.items },
    stages: stagesOf(facts, derived, stated),
    risks: facts.risks.toSorted(compareRisks).map((risk) => ({
      number: risk.number,
      title: risk.title,
      severity: risk.severity,
      likelihood: risk.likelihood,
      impact: risk.impact,
      state: risk.state,
      isBlocking: risk.isBlocking,
      check: risk.checkId,
      target: risk.targetUrl,
      owner: risk.owner?.name ?? null,
      dueAt: risk.dueAt,
      createdAt: risk.createdAt,
      foundRun: risk.foundRun,
      lastSeenRun: risk.lastSeenRun,
      fix: (risk.rule === null ? undefined : ruleText(risk.rule)?.fix) ?? CHECKS[risk.checkId].fix,
      tool: risk.tool,
    })),
    decisions: decisionsOf(decided, stated, facts, now),
    signOffs: signed.map(({ id, shareId, link, ...said }) => said),
    signals: derived.signals.map(({ id, title, stage, state, why }) => ({ id, title, stage, state, why })),
    deliverables: derived.deliverables.map(({ id, title, stage, state, why }) => ({ id, title, stage, state, why })),
    providers: providersOf(facts.records),
    runbooks: runbooksOf(facts.records),
    links: facts.records.links.map(({ kind, title, url, owner, check }) => ({
      kind,
      title,
      url,
      owner,
      state: check?.state ?? "not_checked",
      checkedAt: check?.at ?? null,
    })),
    sprint: sprintOf(sprintRows[0], facts, derived),
    points: points.map((point) => ({ ...point, at: iso(point.at) })),
    missing: derived.deliverables
      .filter(({ state, id }) => state !== "complete" && id !== "handover-pack")
      .map(({ title, why }) => ({ title, why })),
    runs: runRows.map((run) => ({
      number: run.number,
      startedAt: iso(run.startedAt),
      finishedAt: iso(run.finishedAt),
      startedBy: actorView(run.startedBy).name,
      algorithm: run.algorithm,
      targets: run.targetIds.flatMap((id) => urls.get(id) ?? []),
    })),
  };
}

function stagesOf(facts: ProjectFacts, derived: DerivedProject, stated: Stated[]): HandoverData["stages"] {
  return STAGES.map(({ id, order, title, goal, exit, checks }) => ({
    id,
    order,
    title,
    goal,
    exit,
    checks: checks.map((check) => {
      const { status, source, line, why, evidenceAt } = derived.checks[check.id];
      return {
        id: check.id,
        title: check.title,
        status,
        source,
        line,
        why,
        evidenceAt,
        owner: facts.states.find((state) => state.checkId === check.id)?.owner?.name ?? null,
        evidence: facts.results
          .filter((result) => result.checkId === check.id)
          .map((result) => ({
            rule: result.rule,
            target: result.targetUrl,
            verdict: result.verdict,
            summary: result.summary,
            evidence: [...recordsInEvidence(result), ...result.evidence],
            observedAt: iso(result.observedAt),
            runNumber: result.runNumber,
            reproduce: result.reproduce,
          })),
        attestations: stated
          .filter((one) => one.checkId === check.id)
          .map(({ statement, author, observedAt, expiresAt, isOverride, link }) => ({
            statement,
            author,
            observedAt: iso(observedAt),
            expiresAt: iso(expiresAt),
            isOverride,
            link,
          })),
      };
    }),
  }));
}

async function loadAttestations(db: Db, projectId: string): Promise<Stated[]> {
  const rows = await db
    .select({ row: attestations, author: users.name })
    .from(attestations)
    .leftJoin(users, eq(users.id, attestations.authorId))
    .where(and(eq(attestations.projectId, projectId), isNull(attestations.withdrawnAt)))
    .orderBy(desc(attestations.observedAt), desc(attestations.id));
  return rows.map(({ row, author }) => ({ ...row, author }));
}

function recordsInEvidence({ publish }: LatestResult): Evidence[] {
  return publish.map(({ name, type, value }) => ({ label: `to publish at ${name}`, value: `${type} ${value}` }));
}
