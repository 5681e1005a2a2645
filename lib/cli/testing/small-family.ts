import { fileURLToPath } from "node:url";
import { AppError } from "#lib/errors.ts";
import { runFamily } from "../run-family.ts";
import { readSettings } from "../settings.ts";

/** `npm start` without a build: database, lab and worker are the real ones. */
process.exitCode = await runFamily(readSettings(), {
  mode: "production",
  web: () => ({ argv: [fileURLToPath(new URL("./small-web.ts", import.meta.url))], graceMs: 500 }),
}).catch((error: unknown) => {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.message}\n`);
  return 1;
});
