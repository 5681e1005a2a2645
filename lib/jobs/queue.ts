import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import type { Db } from "#db/client.ts";
import { AppError } from "#lib/errors.ts";
import { JOBS, type JobName, type JobPayload } from "./definitions.ts";

/**
 * Puts a job into its queue inside the caller's transaction, so that it exists exactly when the rows it works on do.
 * @param id the id of the run or pack; a second job with that id is not made.
 */
export async function enqueue<N extends JobName>(tx: Db, name: N, id: string, payload: JobPayload<N>): Promise<void> {
  const boss = new PgBoss({
    db: fromDrizzle(tx, sql),
    supervise: false,
    schedule: false,
    migrate: false,
    registerInstance: false,
  });
  boss.on("error", () => {});
  try {
    await boss.start().catch((cause: unknown) => {
      throw new AppError("unavailable", "The job queue is not set up yet. Is a worker running?", { cause });
    });
    await boss.send(name, JOBS[name].payload.parse(payload), { id });
  } finally {
    await boss.stop({ graceful: false, close: false });
  }
}
