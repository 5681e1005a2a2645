import { AppError } from "#lib/errors.ts";
import { buildIfStale } from "./build.ts";
import { openDatabase, prepareDatabase } from "./database.ts";
import { startDemo } from "./demo.ts";
import { ended, launch, type Member, stop } from "./family.ts";
import { requirePort } from "./free-port.ts";
import { localSecrets } from "./local-secrets.ts";
import { dataDirectory } from "./paths.ts";
import { whenHealthy } from "./when-healthy.ts";

type Stage = { name: string; stop(): Promise<void> };

function portFromEnv(): number {
  const port = Number(process.env.PORT ?? 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new AppError("invalid", `PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);
}

/** Runs the whole product on this machine until it is told to stop. Answers the exit code. */
async function run(mode: "production" | "development"): Promise<number> {
  const host = process.env.HOST ?? "127.0.0.1";
  const port = portFromEnv();
  await requirePort(port, host);
  const baseUrl = process.env.BASE_URL ?? `http://localhost:${port}`;
  const running: Stage[] = [];
  const stopSignal = new Promise<"signal">((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "disconnect"] as const) process.once(signal, () => resolve("signal"));
  });
  const keep = (member: Member) => {
    running.unshift({ name: member.name, stop: () => stop(member) });
    return member;
  };

  try {
    const isProductionDatabase = process.env.DATABASE_URL !== undefined;
    const secrets = isProductionDatabase && process.env.AUTH_SECRET ? {} : localSecrets(dataDirectory());
    if (mode === "production") buildIfStale();
    const database = await openDatabase(dataDirectory());
    running.unshift({ name: "database", stop: database.stop });
    await prepareDatabase(database.url);
    const base: NodeJS.ProcessEnv = {
      ...secrets,
      ...process.env,
      DATABASE_URL: database.url,
      BASE_URL: baseUrl,
      NODE_ENV: mode,
    };
    const isDemo = (process.env.DEMO ?? (isProductionDatabase ? "0" : "1")) === "1";
    const demo = isDemo ? await startDemo({ env: base, directory: dataDirectory() }) : null;
    if (demo) keep(demo.lab);
    const env: NodeJS.ProcessEnv = {
      ...base,
      ...demo?.env,
      NEXTAUTH_URL: baseUrl,
      NEXTAUTH_SECRET: base.AUTH_SECRET ?? "",
    };

    const worker = keep(launch("worker", ["lib/jobs/main.ts"], env));
    const web = keep(
      launch(
        "web",
        ["node_modules/next/dist/bin/next", mode === "production" ? "start" : "dev", "-p", String(port), "-H", host],
        env,
      ),
    );
    worker.child.stdout?.resume();
    if (mode === "production") web.child.stdout?.resume();
    else web.child.stdout?.pipe(process.stdout);

    const failed = Promise.race(
      [web, worker].map(async (member) => `The ${member.name} process ended (${await ended(member)}).`),
    );
    const first = await Promise.race([whenHealthy(`http://${host}:${port}/api/health`), failed, stopSignal]);
    if (first === "healthy") {
      process.stdout.write(
        `\n  Launch Ready is at ${baseUrl}\n${demo ? demo.text : ""}\n  Ctrl-C stops everything.\n\n`,
      );
    }
    const end = first === "healthy" ? await Promise.race([failed, stopSignal]) : first;
    if (end === "signal") return 0;
    throw new AppError("unavailable", `${end} Everything is stopped; its message stands above.`);
  } finally {
    for (const stage of running) await stage.stop();
    if (process.connected) process.disconnect();
  }
}

export const start = () => run("production");
export const dev = () => run("development");
