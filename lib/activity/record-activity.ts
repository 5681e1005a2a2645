import { desc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { activities } from "#db/schema/index.ts";
import type { Ctx } from "#lib/ctx.ts";
import { actorRef } from "#lib/ledger/actor-ref.ts";
import { canonical } from "#lib/ledger/canonical.ts";
import { uuidv7 } from "#lib/uuid.ts";
import { activityHash } from "./activity-hash.ts";

type Activity = {
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
  const { projectId, action, objectType, objectId, details = {} } = activity;
  const chain = `activities:${projectId ?? "instance"}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${chain}, 0))`);
  const [last] = await tx
    .select({ sequence: activities.sequence, hash: activities.hash })
    .from(activities)
    .where(projectId === null ? isNull(activities.projectId) : eq(activities.projectId, projectId))
    .orderBy(desc(activities.sequence))
    .limit(1);
  const facts = {
    id: uuidv7(),
    projectId,
    sequence: (last?.sequence ?? 0) + 1,
    at: ctx.now,
    actor: canonical(actorRef(ctx.actor)),
    action,
    objectType,
    objectId,
    details: canonical(details),
  };
  await tx.insert(activities).values({ ...facts, hash: activityHash(last?.hash ?? "", facts) });
}
