import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import { isBlocking, isInForce } from "#lib/roadmap/blockers.ts";
import { stageOf } from "#lib/roadmap/stages.ts";
import type { Db } from "../client.ts";
import { decisions, results, risks, runs, targets } from "../schema/index.ts";
import { iso } from "./iso.ts";
import { askers, deciders, owners, person } from "./person.ts";
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

/** Risks with what a list shows of them, in two statements; their newest decisions come along. */
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
  const weighed = await newestDecisions(db, where, now);
  return rows.map(({ risk, ownerName, ...joined }) => {
    const { decided: decision = null, proposed: proposal = null } = weighed.get(risk.id) ?? {};
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
      // What was asked of a risk that is settled since waits for nobody.
      proposal: risk.state === "open" || risk.state === "rechecking" ? proposal : null,
      tool: risk.tool,
      location: risk.location,
      createdAt: iso(risk.createdAt),
      updatedAt: iso(risk.updatedAt),
      closedAt: iso(risk.closedAt),
    };
    return { ...view, isBlocking: isBlocking(view, now) };
  });
}

type Weighed = { decided: DecisionView | null; proposed: DecisionView | null };

/** Of each risk, the newest that was decided and the newest that waits. */
async function newestDecisions(db: Db, where: SQL | undefined, now: Date): Promise<Map<string, Weighed>> {
  const rows = await selectDecisions(db, and(where, inArray(decisions.state, ["decided", "proposed"])), [
    decisions.riskId,
    decisions.state,
  ]);
  const byRisk = Map.groupBy(rows, ({ decision }) => decision.riskId);
  return new Map(
    [...byRisk].map(([id, own]) => {
      const of = (state: DecisionView["state"]) => own.find(({ decision }) => decision.state === state);
      const [decided, proposed] = [of("decided"), of("proposed")];
      return [
        id,
        {
          decided: decided ? decisionView(decided, now) : null,
          proposed: proposed ? decisionView(proposed, now) : null,
        },
      ];
    }),
  );
}

/** Every decision on one risk, newest first. */
export async function loadDecisions(db: Db, projectId: string, riskId: string, now: Date): Promise<DecisionView[]> {
  const rows = await selectDecisions(db, and(eq(decisions.projectId, projectId), eq(decisions.riskId, riskId)));
  return rows.map((row) => decisionView(row, now));
}

/** What was asked long ago and approved today is newer than what was decided in between. */
const WHEN_IT_COUNTS = sql`coalesce(${decisions.decidedAt}, ${decisions.createdAt})`;

/** Newest first; with `per`, only the newest of each. */
async function selectDecisions(db: Db, where: SQL | undefined, per: PgColumn[] = []) {
  const columns = {
    decision: decisions,
    severity: risks.severity,
    ownerName: owners.name,
    askedByName: askers.name,
    deciderName: deciders.name,
  };
  const select = per.length === 0 ? db.select(columns) : db.selectDistinctOn(per, columns);
  return select
    .from(decisions)
    .innerJoin(risks, and(eq(risks.projectId, decisions.projectId), eq(risks.id, decisions.riskId)))
    .leftJoin(owners, eq(owners.id, decisions.ownerId))
    .leftJoin(askers, eq(askers.id, decisions.askedById))
    .leftJoin(deciders, eq(deciders.id, decisions.deciderId))
    .where(where)
    .orderBy(...per, desc(WHEN_IT_COUNTS), desc(decisions.id));
}

type DecisionRow = Awaited<ReturnType<typeof selectDecisions>>[number];

function decisionView(
  { decision, severity, ownerName, askedByName, deciderName }: DecisionRow,
  now: Date,
): DecisionView {
  const { id, treatment, state, reason, compensatingControl, isByTwo, declineReason } = decision;
  const expiresAt = iso(decision.expiresAt);
  return {
    id,
    treatment,
    state,
    reason,
    compensatingControl,
    owner: person(decision.ownerId, ownerName),
    askedBy: person(decision.askedById, askedByName),
    decider: person(decision.deciderId, deciderName),
    isByTwo,
    declineReason,
    createdAt: iso(decision.createdAt),
    decidedAt: iso(decision.decidedAt),
    expiresAt,
    isExpired: decision.expiresAt !== null && decision.expiresAt <= now,
    isInForce: state === "decided" && isInForce({ treatment, expiresAt, isByTwo }, severity, now),
  };
}

/** Those that are not settled, of some projects. */
export function unresolvedIn(projectIds: string[]): SQL | undefined {
  return and(inArray(risks.projectId, projectIds), inArray(risks.state, ["open", "rechecking"]));
}
