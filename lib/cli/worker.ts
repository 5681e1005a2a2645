import { runWorker } from "#lib/jobs/main.ts";

/** A worker alone, until SIGTERM; as many as you like, on any machine that reaches the database. */
export async function worker(): Promise<number> {
  return runWorker();
}
