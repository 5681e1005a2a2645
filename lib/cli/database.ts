import { startEmbedded } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";

/** The database that DATABASE_URL names, else the embedded one below `directory`. */
export async function openDatabase(directory: string): Promise<{ url: string; stop(): Promise<void> }> {
  const url = process.env.DATABASE_URL;
  if (url) return { url, stop: () => Promise.resolve() };
  return startEmbedded({ directory: `${directory}/postgres` });
}

/** Brings schema and queues to this version; several machines may do so at once. */
export async function prepareDatabase(url: string): Promise<void> {
  await migrate(url);
  await installQueues(url);
}
