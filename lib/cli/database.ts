import { startEmbedded } from "#db/embedded.ts";

/** The database that DATABASE_URL names, else the embedded one below `directory`. */
export async function openDatabase(directory: string): Promise<{ url: string; stop(): Promise<void> }> {
  const url = process.env.DATABASE_URL;
  if (url) return { url, stop: () => Promise.resolve() };
  return startEmbedded({ directory: `${directory}/postgres` });
}
