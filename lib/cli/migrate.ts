import { AppError } from "#lib/errors.ts";
import { prepareDatabase } from "./database.ts";

/** Brings the database of DATABASE_URL to this version's schema. */
export async function migrateDatabase(): Promise<number> {
  const url = process.env.DATABASE_URL;
  if (!url) throw new AppError("invalid", "DATABASE_URL is not set: which database should be migrated?");
  await prepareDatabase(url);
  process.stdout.write("The database has this version's schema.\n");
  return 0;
}
