import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";

/** Carries the id of each run that has changed, once the transaction that changed it is committed. */
export const RUN_CHANNEL = "run_progress";

export async function notifyRun(tx: Db, runId: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${RUN_CHANNEL}, ${runId})`);
}
