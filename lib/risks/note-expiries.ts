import { and, asc, eq, gt, inArray, isNull, lte, ne, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { decisions, projects, risks } from "#db/schema/index.ts";
import { type Activity, recordActivities } from "#lib/activity/record-activity.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertSystem } from "#lib/ledger/assert-system.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";

const NOTICE_DAYS = 7;
const DAY_MS = 86_400_000;
/** Per call; the next one takes the rest. */
const PROJECTS_MAX = 50;
const DECISIONS_MAX = 500;

/**
 * Says once in the history that a decision ends within a week, and once that it has ended. That the risk blocks again
 * needs no job; this only tells. Any number of workers may call it at once.
 */
export async function noteExpiries(ctx: Ctx): Promise<void> {
  assertSystem(ctx);
  const due = await ctx.db
    .selectDistinct({ projectId: decisions.projectId })
    .from(decisions)
    .innerJoin(risks, and(eq(risks.projectId, decisions.projectId), eq(risks.id, decisions.riskId)))
    .innerJoin(projects, and(eq(projects.id, decisions.projectId), isNull(projects.archivedAt)))
    .where(and(counts(), or(endsSoon(ctx.now), hasEnded(ctx.now))))
    .orderBy(asc(decisions.projectId))
    .limit(PROJECTS_MAX);
  for (const { projectId } of due) {
    await ctx.db.transaction(async (tx) => {
      await lockProject(tx, projectId);
      await note(tx, ctx, projectId);
    });
  }
}

async function note(tx: Db, ctx: Ctx, projectId: string): Promise<void> {
  const ended = await take(tx, projectId, hasEnded(ctx.now), { lapsedAt: ctx.now });
  const soon = await take(tx, projectId, endsSoon(ctx.now), { noticedAt: ctx.now });
  const numbers = await numbersOf(tx, projectId, [...ended, ...soon]);
  const said = [...ended.map(told("risk.decision_expired")), ...soon.map(told("risk.decision_expires_soon"))];
  await recordActivities(tx, ctx, projectId, said);
  if (ended.length > 0) await recordReadiness(tx, ctx, projectId);

  function told(action: string) {
    return (decision: Taken): Omit<Activity, "projectId"> => ({
      action,
      objectType: "risk",
      objectId: decision.riskId,
      details: {
        number: numbers.get(decision.riskId),
        decisionId: decision.id,
        treatment: decision.treatment,
        expiresAt: decision.expiresAt?.toISOString() ?? null,
      },
    });
  }
}

type Taken = typeof decisions.$inferSelect;

/** Marks those that it applies to, and answers with them: whoever comes second finds them marked. */
async function take(
  tx: Db,
  projectId: string,
  applies: ReturnType<typeof hasEnded>,
  mark: { noticedAt: Date } | { lapsedAt: Date },
): Promise<Taken[]> {
  const chosen = tx
    .select({ id: decisions.id })
    .from(decisions)
    .innerJoin(risks, and(eq(risks.projectId, decisions.projectId), eq(risks.id, decisions.riskId)))
    .where(and(eq(decisions.projectId, projectId), counts(), applies))
    .orderBy(asc(decisions.expiresAt), asc(decisions.id))
    .limit(DECISIONS_MAX);
  const rows = await tx
    .update(decisions)
    .set(mark)
    .where(and(eq(decisions.projectId, projectId), applies, inArray(decisions.id, chosen)))
    .returning();
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

async function numbersOf(tx: Db, projectId: string, taken: readonly Taken[]): Promise<Map<string, number>> {
  if (taken.length === 0) return new Map();
  const rows = await tx
    .select({ id: risks.id, number: risks.number })
    .from(risks)
    .where(
      and(
        eq(risks.projectId, projectId),
        inArray(
          risks.id,
          taken.map(({ riskId }) => riskId),
        ),
      ),
    );
  return new Map(rows.map(({ id, number }) => [id, number]));
}

const hasEnded = (now: Date) => and(lte(decisions.expiresAt, now), isNull(decisions.lapsedAt));

const endsSoon = (now: Date) =>
  and(
    gt(decisions.expiresAt, now),
    lte(decisions.expiresAt, new Date(now.getTime() + NOTICE_DAYS * DAY_MS)),
    isNull(decisions.noticedAt),
  );

/** The newest decision on a risk that is not settled, and one that puts it off; a superseded one ends unnoticed. */
const counts = () =>
  and(
    eq(decisions.state, "decided"),
    ne(decisions.treatment, "fix_now"),
    inArray(risks.state, ["open", "rechecking"]),
    sql`not exists (
      select 1 from ${decisions} newer
      where newer.project_id = ${decisions.projectId} and newer.risk_id = ${decisions.riskId}
        and newer.state = 'decided'
        and (coalesce(newer.decided_at, newer.created_at), newer.id)
          > (coalesce(${decisions.decidedAt}, ${decisions.createdAt}), ${decisions.id}))`,
  );
