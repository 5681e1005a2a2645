import { pathToFileURL } from "node:url";
import { AppError } from "#lib/errors.ts";

type Command = { summary: string; load(): Promise<(args: string[]) => Promise<number>> };

/** Loaded on demand, so that `audit` does not pay for what `start` needs. */
const COMMANDS: Record<string, Command> = {
  start: {
    summary: "everything on this machine: database, worker, web server, demo",
    load: async () => (await import("./start.ts")).start,
  },
  dev: { summary: "the same with hot reload", load: async () => (await import("./start.ts")).dev },
  worker: { summary: "a worker alone (DATABASE_URL, REGION)", load: async () => (await import("./worker.ts")).worker },
  migrate: {
    summary: "bring the database to this version's schema",
    load: async () => (await import("./migrate.ts")).migrateDatabase,
  },
  audit: { summary: "audit a URL from here, without a database", load: async () => (await import("./audit.ts")).audit },
  dns: { summary: "only what the DNS says of its host", load: async () => (await import("./audit.ts")).auditOf("dns") },
  tls: {
    summary: "only its certificate and protocol versions",
    load: async () => (await import("./audit.ts")).auditOf("tls"),
  },
  headers: {
    summary: "only its headers and cookies",
    load: async () => (await import("./audit.ts")).auditOf("headers"),
  },
  redirects: {
    summary: "only where its addresses lead",
    load: async () => (await import("./audit.ts")).auditOf("redirects"),
  },
  mail: {
    summary: "only SPF, DKIM, DMARC and their like",
    load: async () => (await import("./audit.ts")).auditOf("mail"),
  },
  test: { summary: "set up what the tests need, then verify", load: async () => (await import("./verify.ts")).test },
  verify: {
    summary: "format, lint, types, unused code, unit, database and end-to-end tests",
    load: async () => (await import("./verify.ts")).verify,
  },
};

function usage(): string {
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`);
  return `Usage: npm run -s launch-ready -- <command> [options]\n\n${lines.join("\n")}\n\n\`audit --help\` lists its options.\n`;
}

/** Runs one command. Answers the exit code; an expected failure is one sentence, never a stack trace. */
export async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (!name || name === "help" || name === "--help") {
    process.stdout.write(usage());
    return name ? 0 : 2;
  }
  const command = COMMANDS[name];
  if (!command) {
    process.stderr.write(`There is no command "${name}".\n\n${usage()}`);
    return 2;
  }
  try {
    return await (await command.load())(rest);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error.code === "invalid" ? 2 : 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  process.exitCode = await main(process.argv.slice(2));
}
