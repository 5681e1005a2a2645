import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "#lib/errors.ts";
import { makeDataDirectory } from "./paths.ts";

const secretsSchema = z.object({ AUTH_SECRET: z.string().min(32), ENCRYPTION_KEY: z.string().min(32) });

/** The secrets of an installation on one machine: made once, kept readable by its owner alone. */
export function localSecrets(directory: string): z.infer<typeof secretsSchema> {
  makeDataDirectory(directory);
  const file = join(directory, "secrets.json");
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") {
      throw new AppError("unavailable", `${file} cannot be read: ${(error as Error).message}`, { cause: error });
    }
    const secrets = {
      AUTH_SECRET: randomBytes(32).toString("base64"),
      ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    };
    writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
    return secrets;
  }
  try {
    return secretsSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new AppError(
      "unavailable",
      `${file} is damaged. Restore it from a backup; or delete it, which signs everybody out and makes stored credentials unreadable.`,
      { cause: error },
    );
  }
}
