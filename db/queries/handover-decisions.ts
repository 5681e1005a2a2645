import { and, desc, eq, inArray } from "drizzle-orm";
import type { HandoverData } from "#lib/handover/data.ts";
import { isInForce } from "#lib/roadmap/blockers.ts";
import { GATE_ITEMS } from "#lib/roadmap/gate-items.ts";
import { CHECKS } from "#lib/roadmap/stages.ts";
import type { Db } from "../client.ts";
import { type attestations, decisions, risks } from "../schema/index.ts";
import { iso } from "./iso.ts";
import { askers, deciders, owners } from "./person.ts";
import type { ProjectFacts } from "./project-facts.ts";

type Decisions = HandoverData["decisions"];
type Stated = typeof attestations.$inferSelect & { author: string | null };
type Decided = Awaited<ReturnType<typeof loadDecisions>>[number];

/** All that people decided, about risks, conditions of the gate and checks. */
export function decisionsOf(
  rows: readonly Decided[],
  stated: readonly Stated[],
  facts: ProjectFacts,
  now: Date,
): Decisions {
  return [...standing(rows, facts, now), ...waived(facts, now), ...overridden(stated, now)];
}

/** What was decided or waits for it, newest first; what was declined or withdrawn never counted. */
export async function loadDecisions(db: Db, projectId: string) {
  return db
    .select({
      decision: decisions,
      number: risks.number,
      title: risks.title,
      severity: risks.severity,
      decider: deciders.name,
      owner: owners.name,
      askedBy: askers.name,
    })
    .from(decisions)
    .innerJoin(risks, and(eq(risks.projectId, decisions.projectId), eq(risks.id, decisions.riskId)))
    .leftJoin(deciders, eq(deciders.id, decisions.deciderId))
    .leftJoin(owners, eq(owners.id, decisions.ownerId))
    .leftJoin(askers, eq(askers.id, decisions.askedById))
    .where(and(eq(decisions.projectId, projectId), inArray(decisions.state, ["decided", "proposed"])))
    .orderBy(desc(decisions.createdAt), desc(decisions.id));
}

/** Of the decisions on one risk, the newest that was decided counts. */
function standing(rows: readonly Decided[], facts: ProjectFacts, now: Date): Decisions {
  const blocking = new Set(facts.risks.filter((risk) => risk.isBlocking).map((risk) => risk.number));
  const counted = new Set<number>();
  return rows.map(({ decision, number, title, severity, decider, owner, askedBy }) => {
    const isFirst = decision.state === "decided" && !counted.has(number);
    if (isFirst) counted.add(number);
    const expiresAt = iso(decision.expiresAt);
    const weighed = { treatment: decision.treatment, expiresAt, isByTwo: decision.isByTwo };
    return {
      subject: `Risk ${number}: ${title}`,
      decision: decision.treatment,
      reason: decision.reason,
      compensatingControl: decision.compensatingControl,
      decider,
      createdAt: iso(decision.decidedAt) ?? iso(decision.createdAt),
      expiresAt,
      riskNumber: number,
      owner,
      askedBy,
      isByTwo: decision.isByTwo,
      standing:
        decision.state === "proposed"
          ? "proposed"
          : !isFirst
            ? "superseded"
            : isInForce(weighed, severity, now)
              ? "in_force"
              : isOver(expiresAt, now)
                ? "expired"
                : "needs_second",
      isBlocking: isFirst && blocking.has(number),
    };
  });
}

function isOver(expiresAt: string | null, now: Date): boolean {
  return expiresAt === null || Date.parse(expiresAt) <= now.getTime();
}

/** A decision about something else than a risk: a condition of the gate, a check. */
function single(expiresAt: string | null, now: Date) {
  const isExpired = expiresAt !== null && isOver(expiresAt, now);
  return {
    riskNumber: null,
    owner: null,
    askedBy: null,
    isByTwo: false,
    standing: isExpired ? ("expired" as const) : ("in_force" as const),
    isBlocking: isExpired,
  };
}

function waived(facts: ProjectFacts, now: Date): Decisions {
  return facts.waivers.map((waiver) => ({
    subject: `Gate: ${GATE_ITEMS.find(({ id }) => id === waiver.gateId)?.title ?? waiver.gateId}`,
    decision: "waive",
    reason: waiver.reason,
    compensatingControl: "",
    decider: waiver.decider?.name ?? null,
    createdAt: waiver.createdAt,
    expiresAt: waiver.expiresAt,
    ...single(waiver.expiresAt, now),
  }));
}

function overridden(stated: readonly Stated[], now: Date): Decisions {
  return stated
    .filter((one) => one.isOverride)
    .map((one) => ({
      subject: `Check: ${CHECKS[one.checkId].title}`,
      decision: "override",
      reason: one.statement,
      compensatingControl: "",
      decider: one.author,
      createdAt: iso(one.createdAt),
      expiresAt: iso(one.expiresAt),
      ...single(iso(one.expiresAt), now),
    }));
}
