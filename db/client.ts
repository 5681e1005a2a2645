import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema/index.ts";

/** A connection or a transaction: verbs take either. */
export type Db = Omit<PostgresJsDatabase<typeof schema>, "$client">;

type Connection = { db: Db; sql: postgres.Sql; close(): Promise<void> };

/** Opens a pool. Statements are cut after 15 s, so that a stuck query fails and does not hang a page. */
export function connect(url: string, connectionsMax = 10): Connection {
  const sql = postgres(url, {
    max: connectionsMax,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: "launch-ready", statement_timeout: 15_000 },
  });
  return { db: drizzle(sql, { schema }), sql, close: () => sql.end({ timeout: 5 }) };
}

const globals = globalThis as { launchReadyConnection?: Connection };

/** The process's own pool, opened on first use. Kept on globalThis: Next loads this module once per bundle. */
export function connection(): Connection {
  if (!globals.launchReadyConnection) {
    const url = process.env.DATABASE_URL;
    if (!url) throw new Error("DATABASE_URL is not set; `npm start` sets it to the embedded database.");
    globals.launchReadyConnection = connect(url);
  }
  return globals.launchReadyConnection;
}
