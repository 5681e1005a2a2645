import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { isBlocking } from "#lib/roadmap/blockers.ts";
import { stageOf } from "#lib/roadmap/stages.ts";
import type { Db } from "../client.ts";
import { decisions, results, risks, runs, targets } from "../schema/index.ts";
import { iso } from "./iso.ts";
import { deciders, owners, person } from "./person.ts";
import type { DecisionView, RiskView } from "./views.ts";

const found = alias(runs, "found_run");
const verified = alias(runs, "verified_run");

/** From the results, since a run that sees an open risk once more leaves its row alone. */
const LAST_SEEN_RUN = sql<number | null>`(
  select seen.number from ${results} join ${runs} seen on seen.id = ${results.runId}
  where ${results.projectId} = ${risks.projectId} and ${results.targetId} = ${risks.targetId}
    and ${results.rule} = ${risks.rule} and ${results.verdict} in ('fail', 'warn') and seen.state = 'finished'
  order by ${results.observedAt} desc limit 1)`;

export type RiskRow = RiskView & { projectId: string; targetId: string | null };

/** Risks with what a list shows of them, in two statements; the newest decision of each comes along. */
export async function loadRisks(db: Db, where: SQL | undefined, now: Date): Promise<RiskRow[]> {
  const rows = await db
    .select({
      risk: risks,
      ownerName: owners.name,
      targetUrl: targets.url,
      foundRun: found.number,
      lastSeenRun: LAST_SEEN_RUN,
      verifiedRun: verified.number,
    })
    .from(risks)
    .leftJoin(owners, eq(owners.id, risks.ownerId))
    .leftJoin(targets, eq(targets.id, risks.targetId))
    .leftJoin(found, eq(found.id, risks.foundRunId))
    .leftJoin(verified, eq(verified.id, risks.verifiedRunId))
    .where(where)
    .orderBy(asc(risks.projectId), asc(risks.number));
  const decided = await newestDecisions(db, where, now);
  return rows.map(({ risk, ownerName, ...joined }) => {
    const decision = decided.get(risk.id) ?? null;
    const view = {
      ...joined,
      projectId: risk.projectId,
      targetId: risk.targetId,
      id: risk.id,
      number: risk.number,
      title: risk.title,
      description: risk.description,
      checkId: risk.checkId,
      stage: stageOf(risk.checkId).id,
      rule: risk.rule,
      severity: risk.severity,
      likelihood: risk.likelihood,
      impact: risk.impact,
      state: risk.state,
      isManual: risk.fingerprint === null,
      owner: person(risk.ownerId, ownerName),
      dueAt: iso(risk.dueAt),
      decision,
      createdAt: iso(risk.createdAt),
      updatedAt: iso(risk.updatedAt),
      closedAt: iso(risk.closedAt),
    };
    return { ...view, isBlocking: isBlocking(view, now) };
  });
}

async function newestDecisions(db: Db, where: SQL | undefined, now: Date): Promise<Map<string, DecisionView>> {
  const rows = await db
    .selectDistinctOn([decisions.riskId], { decision: decisions, deciderName: deciders.name })
    .from(decisions)
    .innerJoin(risks, and(eq(risks.projectId, decisions.projectId), eq(risks.id, decisions.riskId)))
    .leftJoin(deciders, eq(deciders.id, decisions.deciderId))
    .where(where)
    .orderBy(decisions.riskId, desc(decisions.createdAt), desc(decisions.id));
  return new Map(rows.map((row) => [row.decision.riskId, decisionView(row, now)]));
}

/** Every decision on one risk, newest first. */
export async function loadDecisions(db: Db, projectId: string, riskId: string, now: Date): Promise<DecisionView[]> {
  const rows = await db
    .select({ decision: decisions, deciderName: deciders.name })
    .from(decisions)
    .leftJoin(deciders, eq(deciders.id, decisions.deciderId))
    .where(and(eq(decisions.projectId, projectId), eq(decisions.riskId, riskId)))
    .orderBy(desc(decisions.createdAt), desc(decisions.id));
  return rows.map((row) => decisionView(row, now));
}

type DecisionRow = { decision: typeof decisions.$inferSelect; deciderName: string | null };

function decisionView({ decision, deciderName }: DecisionRow, now: Date): DecisionView {
  return {
    id: decision.id,
    treatment: decision.treatment,
    reason: decision.reason,
    compensatingControl: decision.compensatingControl,
    decider: person(decision.deciderId, deciderName),
    createdAt: iso(decision.createdAt),
    expiresAt: iso(decision.expiresAt),
    isExpired: decision.expiresAt !== null && decision.expiresAt <= now,
  };
}

/** Those that are not settled, of some projects. */
export function unresolvedIn(projectIds: string[]): SQL | undefined {
  return and(inArray(risks.projectId, projectIds), inArray(risks.state, ["open", "rechecking"]));
}
