import { parseEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { egressConfigFromEnv } from "#lib/probes/config.ts";
import { checkDatabaseUrl } from "./database.ts";
import { localSecrets } from "./local-secrets.ts";
import { dataDirectory } from "./paths.ts";

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

/** The embedded database's real address is known only once it runs; until then this keeps its place. */
const NOT_YET = "postgres://embedded/launch_ready";

export type Settings = {
  /** Ours and the secrets; an empty variable counts as absent. */
  env: Record<string, string | undefined>;
  /** Where everything of this installation is kept. */
  directory: string;
  /** The address of a database that others look after; without, the embedded one serves. */
  databaseUrl: string | undefined;
  host: string;
  port: number;
  baseUrl: string;
  isDemo: boolean;
};

/** @throws AppError that names the variable, for all that can be known to be wrong before anything is started. */
export function readSettings(source: NodeJS.ProcessEnv = process.env): Settings {
  const given: Settings["env"] = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const directory = dataDirectory();
  const databaseUrl = given.DATABASE_URL && checkDatabaseUrl(given.DATABASE_URL);
  const secrets = databaseUrl && given.AUTH_SECRET ? {} : localSecrets(directory);
  const { PORT, BASE_URL } = parseEnv({ ...secrets, DATABASE_URL: NOT_YET, ...given });
  egressConfigFromEnv(given);
  const host = given.HOST ?? "127.0.0.1";
  const isDemo = (given.DEMO ?? (databaseUrl ? "0" : "1")) === "1";
  if (isDemo && !LOOPBACK.test(host)) {
    throw new AppError(
      "invalid",
      `The demo lets in whoever reaches its sign-in page, so it does not run on HOST=${host}. Set DEMO=0, or leave HOST out.`,
    );
  }
  return {
    env: { ...secrets, ...given },
    directory,
    databaseUrl,
    host,
    port: PORT,
    baseUrl: BASE_URL,
    isDemo,
  };
}
