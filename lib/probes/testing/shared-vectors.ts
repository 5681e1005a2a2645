import { existsSync, readFileSync } from "node:fs";

/** A file of the vectors that lie beside the repository, or `null` where they do not. */
export function sharedVectors<T>(file: string): T | null {
  const url = new URL(`../../../../shared/vectors/${file}`, import.meta.url);
  return existsSync(url) ? (JSON.parse(readFileSync(url, "utf8")) as T) : null;
}
