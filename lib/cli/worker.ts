import { runWorker } from "#lib/jobs/main.ts";
import { requireDatabaseUrl } from "./database.ts";

/** A worker alone, until SIGTERM; as many as you like, on any machine that reaches the database. */
export async function worker(): Promise<number> {
  requireDatabaseUrl("which database should the worker work for?");
  return runWorker();
}
