import { sql } from "drizzle-orm";
import { connection } from "../client.ts";

/** How workers name their connections, so that the database itself knows who is up. */
export const WORKER_APPLICATION = "launch-ready-worker";

type Standing = "up" | "down";
export type Health = { database: Standing; worker: Standing };

/** Never throws: a database that cannot be asked is one that is down. */
export async function getHealth(): Promise<Health> {
  try {
    const rows = await connection().db.execute<{ workers: number }>(sql`
      select count(*)::int as workers from pg_stat_activity
      where datname = current_database() and application_name = ${WORKER_APPLICATION}`);
    return { database: "up", worker: (rows[0]?.workers ?? 0) > 0 ? "up" : "down" };
  } catch {
    return { database: "down", worker: "down" };
  }
}
