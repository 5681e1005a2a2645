import { desc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { activities } from "#db/schema/index.ts";
import type { Ctx } from "#lib/ctx.ts";
import { actorRef } from "#lib/ledger/actor-ref.ts";
import { canonical } from "#lib/ledger/canonical.ts";
import { uuidv7 } from "#lib/uuid.ts";
import { activityHash } from "./activity-hash.ts";

export type Activity = {
  /** Null for an event of the instance. */
  projectId: string | null;
  /** `subject.verb` in the past tense, e.g. `risk.mark_fixed`. */
  action: string;
  objectType: string;
  objectId: string;
  /** Plain JSON; no secret, no token, no password. */
  details?: Record<string, unknown>;
};

/**
 * Adds a row to the history, in the transaction that makes the change it tells of. Call it last: writers of the same
 * project's history wait for each other from here to the end of the transaction.
 */
export async function recordActivity(tx: Db, ctx: Ctx, activity: Activity): Promise<void> {
  await recordActivities(tx, ctx, activity.projectId, [activity]);
}

const ROWS_PER_INSERT = 500;

/** As `recordActivity`, for many changes of one project, in the order in which they are given. */
export async function recordActivities(
  tx: Db,
  ctx: Ctx,
  projectId: string | null,
  many: readonly Omit<Activity, "projectId">[],
): Promise<void> {
  if (many.length === 0) return;
  const chain = `activities:${projectId ?? "instance"}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${chain}, 0))`);
  const [last] = await tx
    .select({ sequence: activities.sequence, hash: activities.hash })
    .from(activities)
    .where(projectId === null ? isNull(activities.projectId) : eq(activities.projectId, projectId))
    .orderBy(desc(activities.sequence))
    .limit(1);
  let sequence = last?.sequence ?? 0;
  let hash = last?.hash ?? "";
  const rows = many.map(({ action, objectType, objectId, details = {} }) => {
    sequence += 1;
    const facts = {
      id: uuidv7(),
      projectId,
      sequence,
      at: ctx.now,
      actor: canonical(actorRef(ctx.actor)),
      action,
      objectType,
      objectId,
      details: canonical(details),
    };
    hash = activityHash(hash, facts);
    return { ...facts, hash };
  });
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await tx.insert(activities).values(rows.slice(from, from + ROWS_PER_INSERT));
  }
}
