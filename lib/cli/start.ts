import { parseEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { egressConfigFromEnv } from "#lib/probes/config.ts";
import { buildIfStale } from "./build.ts";
import { checkDatabaseUrl, openDatabase } from "./database.ts";
import { startDemo } from "./demo.ts";
import { ended, keepUp, launch, type Member, stop } from "./family.ts";
import { requirePort } from "./free-port.ts";
import { localSecrets } from "./local-secrets.ts";
import { dataDirectory } from "./paths.ts";
import { aborted, stopRequest } from "./stop-request.ts";
import { whenHealthy } from "./when-healthy.ts";

type Mode = "production" | "development";

/** The embedded database's real address is known only once it runs; until then this keeps its place. */
const NOT_YET = "postgres://embedded/launch_ready";
/** What has not ended by itself this long after all was stopped ends with us. */
const LEFTOVER_MS = 2_000;

/** All that can be known to be wrong before anything is started is said here. An empty variable counts as absent. */
function readSettings(source: NodeJS.ProcessEnv) {
  const given: Record<string, string | undefined> = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== ""),
  );
  const ownDatabase = given.DATABASE_URL && checkDatabaseUrl(given.DATABASE_URL);
  const secrets = ownDatabase && given.AUTH_SECRET ? {} : localSecrets(dataDirectory());
  const { PORT, BASE_URL } = parseEnv({ ...secrets, DATABASE_URL: NOT_YET, ...given });
  egressConfigFromEnv(given);
  return {
    env: { ...secrets, ...given } as Record<string, string | undefined>,
    ownDatabase,
    host: given.HOST ?? "127.0.0.1",
    port: PORT,
    baseUrl: BASE_URL,
    isDemo: (given.DEMO ?? (ownDatabase ? "0" : "1")) === "1",
  };
}

/** Runs the whole product on this machine until it is told to stop. Answers the exit code. */
async function run(mode: Mode): Promise<number> {
  const { env: given, ownDatabase, host, port, baseUrl, isDemo } = readSettings(process.env);
  await requirePort(port, host);
  const asked = stopRequest();
  const over = new AbortController();
  const running: (() => Promise<void>)[] = [];
  const members: Member[] = [];
  const keep = (member: Member) => {
    members.push(member);
    running.unshift(() => stop(member));
    return member;
  };

  try {
    const [demo, database] = await all([
      isDemo ? startDemo(dataDirectory(), keep) : null,
      openDatabase(dataDirectory(), ownDatabase, ({ stop }) => running.push(stop)),
      mode === "production" ? buildIfStale(asked) : null,
    ]);
    if (asked.aborted) return 0;
    await demo?.seed(database.url);
    const env: NodeJS.ProcessEnv = {
      ...given,
      ...demo?.env,
      DATABASE_URL: database.url,
      BASE_URL: baseUrl,
      NEXTAUTH_URL: baseUrl,
      NEXTAUTH_SECRET: given.AUTH_SECRET ?? "",
      NODE_ENV: mode,
    };
    keep(launch("worker", { argv: ["lib/jobs/main.ts"], env, stopSignal: "SIGINT" }));
    keep(launch("web", webCommand(mode, { host, port, env })));

    const health = `http://${host.includes(":") ? `[${host}]` : host}:${port}/api/health`;
    const starting = AbortSignal.any([asked, over.signal]);
    const first = await Promise.race([
      whenHealthy(health, starting).catch(() => "stopped" as const),
      anyEnd(members.map((member) => ended(member).then((how) => ({ member, how })))),
      aborted(asked).then(() => "stopped" as const),
    ]);
    if (first === "stopped") return 0;
    if (first !== "healthy") throw first;
    process.stdout.write(`\n  Launch Ready is at ${baseUrl}\n${demo?.text ?? ""}\n  Ctrl-C stops everything.\n\n`);
    const end = await Promise.race([
      anyEnd(members.map((member) => keepUp(member, over.signal).then((how) => ({ member, how })))),
      aborted(asked),
    ]);
    if (end) throw end;
    return 0;
  } finally {
    over.abort();
    for (const stopOne of running) await stopOne().catch(() => {});
    setTimeout(() => process.exit(), LEFTOVER_MS).unref();
  }
}

function webCommand(mode: Mode, { host, port, env }: { host: string; port: number; env: NodeJS.ProcessEnv }) {
  const isProduction = mode === "production";
  const next = ["node_modules/next/dist/bin/next", isProduction ? "start" : "dev", "-p", String(port), "-H", host];
  // It waits for every open page's stream to end, which none does by itself.
  return { argv: next, env, stdout: isProduction ? ("ignore" as const) : ("inherit" as const), graceMs: 2_000 };
}

async function anyEnd(ends: Promise<{ member: Member; how: string }>[]): Promise<AppError> {
  const { member, how } = await Promise.race(ends);
  return new AppError(
    "unavailable",
    `The ${member.name} process ended (${how}). Everything is stopped; its message stands above.`,
  );
}

/** Like Promise.all, but leaves nothing half-started behind: waits for all before it says that one failed. */
async function all<T extends readonly unknown[]>(work: readonly [...T]): Promise<{ [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

export const start = () => run("production");
export const dev = () => run("development");
