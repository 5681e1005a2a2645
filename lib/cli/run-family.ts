import { AppError } from "#lib/errors.ts";
import { openDatabase } from "./database.ts";
import { startDemo } from "./demo.ts";
import { type Command, ended, keepUp, launch, type Member, stop } from "./family.ts";
import { requirePort } from "./free-port.ts";
import type { Settings } from "./settings.ts";
import { aborted, stopRequest } from "./stop-request.ts";
import { whenHealthy } from "./when-healthy.ts";

type Family = {
  mode: "production" | "development";
  /** What has to be done before the web server can start; it gives up when asked to stop. */
  prepare?(stopping: AbortSignal): Promise<void>;
  web(settings: Settings): Omit<Command, "env">;
};

/** What has not ended by itself this long after all was stopped ends with us. */
const LEFTOVER_MS = 2_000;

/**
 * Runs database, lab, worker and web server until told to stop. Answers the exit code.
 * One that ends before all were up once ends everything; later it is started again.
 */
export async function runFamily(settings: Settings, { mode, prepare, web }: Family): Promise<number> {
  const { host, port, baseUrl, directory } = settings;
  await requirePort(port, host);
  const asked = stopRequest();
  const over = new AbortController();
  const stopped = aborted(asked);
  const stops: (() => Promise<void>)[] = [];
  const members: Member[] = [];
  const keep = (member: Member) => {
    members.push(member);
    stops.unshift(() => stop(member));
  };
  const firstEnd = async (end: (member: Member) => Promise<string>) =>
    Promise.race(members.map(async (member) => sentence(member, await end(member))));

  try {
    const [demo, database] = await all([
      settings.isDemo ? startDemo(directory, keep) : null,
      openDatabase(directory, settings.databaseUrl, (opened) => stops.push(opened.stop)),
    ]);
    await prepare?.(asked);
    if (asked.aborted) return 0;
    await demo?.seed(database.url);
    const env: NodeJS.ProcessEnv = {
      ...settings.env,
      ...demo?.env,
      DATABASE_URL: database.url,
      BASE_URL: baseUrl,
      NEXTAUTH_URL: baseUrl,
      NEXTAUTH_SECRET: settings.env.AUTH_SECRET ?? "",
      NODE_ENV: mode,
      NEXT_TELEMETRY_DISABLED: "1",
    };
    keep(launch("worker", { argv: ["lib/jobs/main.ts"], env, stopSignal: "SIGINT" }));
    keep(launch("web", { ...web(settings), env }));

    const health = `http://${host.includes(":") ? `[${host}]` : host}:${port}/api/health`;
    const failure = await Promise.race([
      whenHealthy(health, over.signal).then(() => null),
      firstEnd(ended),
      stopped.then(() => null),
    ]);
    if (failure) throw failure;
    if (asked.aborted) return 0;
    process.stdout.write(`\n  Launch Ready is at ${baseUrl}\n${demo?.text ?? ""}\n  Ctrl-C stops everything.\n\n`);
    const end = await Promise.race([firstEnd((member) => keepUp(member, over.signal)), stopped]);
    if (end) throw end;
    return 0;
  } finally {
    over.abort();
    for (const stopOne of stops) await stopOne().catch(() => {});
    setTimeout(() => process.exit(), LEFTOVER_MS).unref();
  }
}

function sentence({ name }: Member, how: string): AppError {
  return new AppError("unavailable", `The ${name} process ended (${how}). Everything is stopped.`);
}

/** Like Promise.all, but leaves nothing half-started behind: waits for all before it says that one failed. */
async function all<T extends readonly unknown[]>(work: readonly [...T]): Promise<{ [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
