import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Where the embedded database, its secrets and the demo's certificates live. */
export function dataDirectory(): string {
  return process.env.DATA_DIR ?? `${ROOT}.data`;
}
