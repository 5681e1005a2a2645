import { accessSync, constants, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { AppError } from "#lib/errors.ts";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Where the embedded database, its secrets and the demo's certificates live. */
export function dataDirectory(): string {
  return resolve(process.env.DATA_DIR || `${ROOT}.data`);
}

/** Makes it unless it is there. @throws AppError unavailable when it is not a directory that we may write in. */
export function makeDataDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
    accessSync(directory, constants.W_OK | constants.X_OK);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why =
      code === "EEXIST" || code === "ENOTDIR" ? "a file is in its place" : `it cannot be written in (${code})`;
    throw new AppError(
      "unavailable",
      `The data directory ${directory} cannot be used: ${why}. Set DATA_DIR to another.`,
      {
        cause,
      },
    );
  }
}
