import { prepareDatabase, requireDatabaseUrl } from "./database.ts";

/** Brings the database of DATABASE_URL to this version's schema. */
export async function migrateDatabase(): Promise<number> {
  await prepareDatabase(requireDatabaseUrl("which database should be migrated?"));
  process.stdout.write("The database has this version's schema.\n");
  return 0;
}
