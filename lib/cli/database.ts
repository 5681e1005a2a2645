import { startEmbedded } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";
import { AppError } from "#lib/errors.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";

type Database = { url: string; stop(): Promise<void> };

/** Not there, not letting us in, not ours to change: Node's codes, postgres.js' own, and PostgreSQL's classes. */
const OUT_OF_REACH = /^(E[A-Z_]+|CONNECT.*|CONNECTION.*|08...|28...|3D...|42501|53...|57P..)$/;

/**
 * Opens the database of DATABASE_URL, else the embedded one below `directory`, and brings its schema and queues to this
 * version; several machines may do so at once. `onOpen` hears of it before that, since it has to be stopped from then on.
 */
export async function openDatabase(
  directory: string,
  given: string | undefined,
  onOpen: (database: Database) => void,
): Promise<Database> {
  const database = given
    ? { url: given, stop: () => Promise.resolve() }
    : await inWords(`The embedded database in ${directory}/postgres`, () =>
        startEmbedded({ directory: `${directory}/postgres` }),
      );
  onOpen(database);
  await prepareDatabase(database.url);
  return database;
}

/** @throws AppError invalid when DATABASE_URL is missing or wrong. @param purpose the question that it answers */
export function requireDatabaseUrl(purpose: string): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new AppError("invalid", `DATABASE_URL is not set: ${purpose}`);
  return checkDatabaseUrl(url);
}

/** @throws AppError invalid when it is not the address of a PostgreSQL */
export function checkDatabaseUrl(url: string): string {
  if (/^postgres(ql)?:\/\/\S+$/.test(url) && URL.canParse(url)) return url;
  throw new AppError("invalid", "DATABASE_URL must look like postgres://user:password@host:5432/database.");
}

/** Brings schema and queues to this version. */
export async function prepareDatabase(url: string): Promise<void> {
  const { host, pathname } = new URL(url);
  await inWords(`The database ${host}${pathname}`, async () => {
    await migrate(url);
    await installQueues(url);
  });
}

async function inWords<T>(subject: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const { code, message } = reasonOf(cause);
    if (cause instanceof AppError || !OUT_OF_REACH.test(code)) throw cause;
    throw new AppError("unavailable", `${subject} cannot be used: ${message || code}.`, { cause });
  }
}

/** Drizzle wraps what the driver says. */
function reasonOf(error: unknown): { code: string; message: string } {
  const { code, message = "", cause } = (error ?? {}) as { code?: unknown; message?: string; cause?: unknown };
  if (typeof code === "string" || !cause) return { code: String(code ?? ""), message };
  return reasonOf(cause);
}
