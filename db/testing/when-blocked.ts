import type postgres from "postgres";

const TRIES = 500;

/** Resolves once so many of the database's connections wait for a lock: the race that a test wants is on. */
export async function whenBlocked(sql: postgres.Sql, count: number): Promise<void> {
  for (let n = 0; n < TRIES; n += 1) {
    const [row] = await sql`
      select count(*)::int as waiting, pg_sleep(0.01)
      from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (row?.waiting >= count) return;
  }
  throw new Error(`Fewer than ${count} connections came to wait for a lock.`);
}
