import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import postgres from "postgres";
import { AppError } from "#lib/errors.ts";
import { give, type PostgresHome, preparePostgresHome } from "./postgres-home.ts";
import { isAlive, runningPostmaster, startPostgres, stopOrphan } from "./postgres-process.ts";

const MAJOR_VERSION = "18";
const SUPERUSER = "postgres";
const DATABASE = "launch_ready";
const PORT_TRIES = 3;

type Options = { directory: string; port?: number | undefined; settings?: Record<string, string> | undefined };
export type Embedded = { url: string; stop(): Promise<void> };

/**
 * Starts the PostgreSQL that comes with the app, on 127.0.0.1 only, and makes its cluster on first use.
 * @throws AppError with a sentence for people: directory unusable or in use, port taken, server does not start.
 */
export async function startEmbedded({ directory, port, settings = {} }: Options): Promise<Embedded> {
  const home = await preparePostgresHome(directory).catch((cause: unknown) => {
    if (cause instanceof AppError) throw cause;
    throw new AppError("unavailable", `The database directory ${directory} cannot be used: ${messageOf(cause)}`, {
      cause,
    });
  });
  const data = join(home.base, "data");
  const password = await prepareCluster(home, data);
  await claim(home, data);

  for (let attempt = 1; ; attempt += 1) {
    const chosen = await freePort(port ?? 0);
    const server = await startPostgres({
      postgres: join(home.bin, "postgres"),
      data,
      user: home.user,
      settings: {
        listen_addresses: "127.0.0.1",
        port: String(chosen),
        unix_socket_directories: "",
        logging_collector: "off",
        log_destination: "stderr",
        lc_messages: "C",
        ...settings,
      },
    });
    if (server.isReady) {
      const at = (database: string) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${chosen}/${database}`;
      await ensureDatabase(at("postgres"));
      return { url: at(DATABASE), stop: server.stop };
    }
    if (server.log.includes("Address already in use") && port === undefined && attempt < PORT_TRIES) continue;
    throw new AppError("unavailable", `The embedded PostgreSQL in ${data} did not start: ${lastWords(server.log)}`);
  }
}

/** Makes the cluster unless it is there; answers with the superuser's password. */
async function prepareCluster(home: PostgresHome, data: string): Promise<string> {
  const passwordFile = join(home.base, "password");
  const version = await readFile(join(data, "PG_VERSION"), "utf8").catch((error: NodeJS.ErrnoException) => error.code);
  if (version === "ENOENT" && (await isAbsent(data))) return createCluster(home, data, passwordFile);
  const password = await readFile(passwordFile, "utf8").catch(() => "");
  if (version?.trim() === MAJOR_VERSION && password) return password.trim();
  const reason =
    version === "ENOENT" || version === "ENOTDIR"
      ? "it holds no PostgreSQL cluster"
      : password
        ? `it was made by PostgreSQL ${version?.trim()}, this one is ${MAJOR_VERSION}`
        : `its password file ${passwordFile} is missing`;
  throw new AppError(
    "unavailable",
    `The database directory ${data} is damaged: ${reason}. Move it away to start with an empty database, or put a backup in its place.`,
  );
}

/** Works in a directory beside and renames at the end, so that an interrupted first start leaves nothing half-made. */
async function createCluster(home: PostgresHome, data: string, passwordFile: string): Promise<string> {
  const partial = `${data}.new`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { mode: 0o700 });
  await give(partial, home.user);
  const password = randomBytes(24).toString("hex");
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await give(passwordFile, home.user);
  const flags = [`--pgdata=${partial}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  try {
    await promisify(execFile)(join(home.bin, "initdb"), [...flags, ...locale], { ...home.user, cwd: "/" });
  } catch (cause) {
    const { stderr } = cause as { stderr?: string };
    throw new AppError(
      "unavailable",
      `The database could not be created in ${data}: ${lastWords(stderr ?? messageOf(cause))}`,
      { cause },
    );
  }
  await rename(partial, data);
  return password;
}

/** One process per cluster. A server whose starter was killed is ended first. */
async function claim(home: PostgresHome, data: string): Promise<void> {
  const ownerFile = join(home.base, "owner");
  const postmaster = await runningPostmaster(data);
  if (postmaster !== undefined) {
    const owner = Number(await readFile(ownerFile, "utf8").catch(() => "0"));
    if (owner > 0 && isAlive(owner)) {
      throw new AppError(
        "conflict",
        `The database in ${data} is in use by process ${owner}: Launch Ready already runs here. Stop it first.`,
      );
    }
    await stopOrphan(postmaster);
  }
  await rm(join(data, "postmaster.pid"), { force: true });
  await writeFile(ownerFile, String(process.pid));
}

async function ensureDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (!found) await sql`create database ${sql(DATABASE)}`;
  } finally {
    await sql.end();
  }
}

function freePort(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (cause: NodeJS.ErrnoException) =>
      reject(
        new AppError("conflict", `Port ${port} for the database cannot be used (${cause.code}); choose another.`, {
          cause,
        }),
      ),
    );
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}

async function isAbsent(path: string): Promise<boolean> {
  return readFile(path).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === "ENOENT",
  );
}

function lastWords(log: string): string {
  const lines = log.split("\n").filter(Boolean);
  return (lines.findLast((line) => /FATAL|PANIC|ERROR|error:/.test(line)) ?? lines.at(-1) ?? "it said nothing").trim();
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
